import type { CareType } from '#schemas/codes.ts'
import type { DischargedTo, Episode } from '#schemas/episode.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import { civilTimeOf, compareInstants, dateOf, type Instant } from '../calendar/civil-time.ts'
import { withoutUndefined } from '../without-undefined.ts'

/** A stay among those of one person, in civil dates of Europe/Stockholm; `undefined` is not recorded. */
export type PersonStay = {
  readonly id: string
  readonly careType: CareType
  readonly admittedAt: Instant
  readonly admittedOn: CivilDate
  readonly planned?: boolean
  /** Absent while the patient is still in hospital. */
  readonly discharge?: { readonly on: CivilDate; readonly to: DischargedTo }
  /** Whole years. */
  readonly ageAtDischarge?: number
}

/** What is read of an episode for the sake of its person's other stays. */
type Recorded = Pick<Episode, 'careType' | 'admission' | 'discharge'> & {
  readonly patient: Pick<Episode['patient'], 'ageAtDischarge'>
}

/** A recorded episode as a stay among its person's; who the person is goes no further. */
export const personStay = (id: string, { careType, admission, discharge, patient }: Recorded): PersonStay =>
  withoutUndefined({
    id,
    careType,
    admittedAt: admission.at,
    admittedOn: dateOf(civilTimeOf(admission.at)),
    planned: admission.planned,
    discharge: discharge === undefined ? undefined : { on: dateOf(civilTimeOf(discharge.at)), to: discharge.to },
    ageAtDischarge: patient.ageAtDischarge,
  })

/** The order of admission; of stays that begin at one instant, that of their ids. */
export const byAdmission = (a: PersonStay, b: PersonStay): number =>
  compareInstants(a.admittedAt, b.admittedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
