import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { EpisodeBody } from '#schemas/episode.ts'
import { addHours, compareInstants, type Instant } from '../calendar/civil-time.ts'
import { checkIdentity, holdsIdentityNumber, holdsOwnReserveNumber, type IdentityFault } from './identity-number.ts'

/** Something in an episode that cannot be so: where, as a JSON pointer, and by which rule. */
export type EpisodeFault = {
  readonly pointer: string
  readonly rule:
    | IdentityFault
    | 'time-order'
    | 'after-discharge'
    | 'only-last-period-open'
    | 'in-the-future'
    | 'district-outside-stockholm'
    | 'identity-number-in-text'
}

/** An episode as sent, but for who the patient is. */
export type StayBody = Omit<EpisodeBody, 'patient'> & { readonly patient: Omit<EpisodeBody['patient'], 'identity'> }

/** Every fault of an episode as sent, at a server clock's instant. */
export const episodeFaults = (body: EpisodeBody, now: Instant): readonly EpisodeFault[] => [
  ...identityFaults(body),
  ...stayFaults(body),
  ...ownNumberFaults(body),
  ...futureFaults(body, now),
]

/** Every fault of a stay that shows without knowing the patient or the time. */
export const stayFaults = (body: StayBody): readonly EpisodeFault[] => [
  ...orderFaults(body),
  ...districtFaults(body),
  ...textFaults(body),
]

const identityFaults = ({ patient }: EpisodeBody): readonly EpisodeFault[] => {
  const checked = checkIdentity(patient.identity)
  return checked.ok ? [] : [{ pointer: '/patient/identity/value', rule: checked.fault }]
}

type Placed = { readonly pointer: string; readonly at: Instant }

/** Admission, notices, withdrawals and discharge, in the order in which they must have come. */
const instantsInOrder = (body: StayBody): readonly Placed[] => [
  { pointer: '/admission/at', at: body.admission.at },
  ...body.readiness.flatMap(({ noticeSentAt, withdrawnAt }, index) => [
    { pointer: `/readiness/${index}/noticeSentAt`, at: noticeSentAt },
    ...(withdrawnAt === undefined ? [] : [{ pointer: `/readiness/${index}/withdrawnAt`, at: withdrawnAt }]),
  ]),
  ...(body.discharge === undefined ? [] : [{ pointer: '/discharge/at', at: body.discharge.at }]),
]

/** Equal instants are allowed; only the last readiness period may be without a withdrawal. */
const orderFaults = (body: StayBody): readonly EpisodeFault[] => {
  const open = body.readiness
    .slice(0, -1)
    .flatMap(({ withdrawnAt }, index): readonly EpisodeFault[] =>
      withdrawnAt === undefined ? [{ pointer: `/readiness/${index}/withdrawnAt`, rule: 'only-last-period-open' }] : [],
    )
  const inOrder = instantsInOrder(body)
  const disorder = inOrder.flatMap(({ pointer, at }, index): readonly EpisodeFault[] => {
    const before = inOrder[index - 1]
    return before !== undefined && compareInstants(before.at, at) > 0 ? [{ pointer, rule: 'time-order' }] : []
  })
  return [...open, ...disorder, ...afterDischarge(body)]
}

/** The notice and the planning call come before the discharge; of the estimate nothing is said but that it was sent. */
const afterDischarge = (body: StayBody): readonly EpisodeFault[] => {
  const { discharge } = body
  if (discharge === undefined) return []
  const early = sentInstants(body).filter(({ pointer }) => pointer !== '/lengthOfStayEstimateSentAt')
  return early.flatMap(({ pointer, at }): readonly EpisodeFault[] =>
    compareInstants(at, discharge.at) > 0 ? [{ pointer, rule: 'after-discharge' }] : [],
  )
}

const sentInstants = (body: StayBody): readonly Placed[] =>
  [
    { pointer: '/admissionNoticeSentAt', at: body.admissionNoticeSentAt },
    { pointer: '/lengthOfStayEstimateSentAt', at: body.lengthOfStayEstimateSentAt },
    { pointer: '/planning/calledAt', at: body.planning.calledAt },
  ].flatMap(({ pointer, at }) => (at === undefined ? [] : [{ pointer, at }]))

const futureFaults = (body: EpisodeBody, now: Instant): readonly EpisodeFault[] => {
  const latest = addHours(now, 24)
  const instants: readonly Placed[] = [
    { pointer: '/sourceUpdatedAt', at: body.sourceUpdatedAt },
    ...instantsInOrder(body),
    ...sentInstants(body),
  ]
  return instants.flatMap(({ pointer, at }): readonly EpisodeFault[] =>
    compareInstants(at, latest) > 0 ? [{ pointer, rule: 'in-the-future' }] : [],
  )
}

const districtFaults = ({ patient }: StayBody): readonly EpisodeFault[] => {
  const outside = (municipality: string | undefined, district: string | undefined): boolean =>
    district !== undefined && municipality !== undefined && municipality !== STOCKHOLM_CITY
  const rule = 'district-outside-stockholm'
  return [
    ...(outside(patient.registeredMunicipality, patient.registeredDistrict)
      ? [{ pointer: '/patient/registeredDistrict', rule } as const]
      : []),
    ...(outside(patient.placedByMunicipality, patient.placedByDistrict)
      ? [{ pointer: '/patient/placedByDistrict', rule } as const]
      : []),
  ]
}

const textFaults = (body: StayBody): readonly EpisodeFault[] => textsWith(body, holdsIdentityNumber)

const ownNumberFaults = (body: EpisodeBody): readonly EpisodeFault[] =>
  textsWith(body, (text) => !holdsIdentityNumber(text) && holdsOwnReserveNumber(text, body.patient.identity))

const textsWith = (
  { hospital, ward, caseNumber }: StayBody,
  isNumberIn: (text: string) => boolean,
): readonly EpisodeFault[] =>
  [
    { pointer: '/hospital', parts: partsOfHsaId(hospital) },
    { pointer: '/ward', parts: partsOfHsaId(ward) },
    { pointer: '/caseNumber', parts: [caseNumber ?? ''] },
  ].flatMap(({ pointer, parts }): readonly EpisodeFault[] =>
    parts.some(isNumberIn) ? [{ pointer, rule: 'identity-number-in-text' }] : [],
  )

/** An organisation number and a suffix: side by side their digits can look like an identity number, which neither is. */
const partsOfHsaId = (id: string | undefined): readonly string[] => (id ?? '').split('-')
