import type { CareType } from '#schemas/codes.ts'
import type { Episode } from '#schemas/episode.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import { type CivilTime, civilTimeOf, dateOf, hoursBetween } from '../calendar/civil-time.ts'
import { withoutUndefined } from '../without-undefined.ts'

/** A time in which the patient was ready for discharge; its end is the withdrawal, or the discharge when that is absent. */
export type ReadinessPeriod = { readonly noticeSentAt: CivilTime; readonly withdrawnOn?: CivilDate }

/** What decides about an episode, in civil time of Europe/Stockholm; `undefined` is not recorded. */
export type EpisodeFacts = {
  readonly hospital: string
  readonly careType: CareType
  readonly registeredMunicipality?: string
  readonly registeredDistrict?: string
  readonly placedByMunicipality?: string
  readonly placedByDistrict?: string
  /** Hours from the admission to its notice; absent when no notice was sent. */
  readonly admissionNoticeDelayHours?: number
  readonly lengthOfStayEstimateSent: boolean
  readonly readiness: readonly ReadinessPeriod[]
  readonly planningNeeded?: boolean
  readonly planningCalledOn?: CivilDate
  readonly openCare?: 'available' | 'unavailable' | 'unclear'
  readonly servicesRefused: boolean
  readonly onlyRegionalOpenCare: boolean
  readonly compulsoryOpenPsychiatricCare: boolean
  readonly discharge?: { readonly on: CivilDate; readonly to: Discharge }
  readonly cancelled: boolean
}

type Discharge = NonNullable<Episode['discharge']>['to']

type Place = 'registeredMunicipality' | 'registeredDistrict' | 'placedByMunicipality' | 'placedByDistrict'

/** What is recorded of an episode, but for who the patient is. */
export type Stay = Omit<Episode, 'patient'> & { readonly patient: Pick<Episode['patient'], Place> }

/** The facts of an episode: its instants as Stockholm's calendar and clock show them. */
export const factsOf = (episode: Stay): EpisodeFacts => {
  const { patient, planning, discharge, admission, admissionNoticeSentAt } = episode
  return withoutUndefined({
    hospital: episode.hospital,
    careType: episode.careType,
    registeredMunicipality: patient.registeredMunicipality,
    registeredDistrict: patient.registeredDistrict,
    placedByMunicipality: patient.placedByMunicipality,
    placedByDistrict: patient.placedByDistrict,
    admissionNoticeDelayHours:
      admissionNoticeSentAt === undefined ? undefined : hoursBetween(admission.at, admissionNoticeSentAt),
    lengthOfStayEstimateSent: episode.lengthOfStayEstimateSentAt !== undefined,
    readiness: episode.readiness.map(({ noticeSentAt, withdrawnAt }) =>
      withoutUndefined({ noticeSentAt: civilTimeOf(noticeSentAt), withdrawnOn: civilDateOf(withdrawnAt) }),
    ),
    planningNeeded: planning.needed,
    planningCalledOn: civilDateOf(planning.calledAt),
    openCare: episode.openCare,
    servicesRefused: episode.servicesRefused,
    onlyRegionalOpenCare: episode.onlyRegionalOpenCare,
    compulsoryOpenPsychiatricCare: episode.compulsoryOpenPsychiatricCare,
    discharge: discharge === undefined ? undefined : { on: dateOf(civilTimeOf(discharge.at)), to: discharge.to },
    cancelled: episode.cancelled,
  })
}

const civilDateOf = (instant: string | undefined): CivilDate | undefined =>
  instant === undefined ? undefined : dateOf(civilTimeOf(instant))
