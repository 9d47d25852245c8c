import * as z from 'zod'
import { careType, districtCode, municipalityCode } from './codes.ts'
import { flag, notRecorded } from './optional.ts'
import { date, instant } from './time.ts'

/** A care unit's HSA-id: the organisation's number and the unit's suffix. */
export const hsaId = z
  .string()
  .regex(/^SE[0-9]{10}-[0-9A-Za-z]{1,31}$/)
  .meta({ id: 'HsaId', example: 'SE2321000016-15CQ' })

/** The source's own stable id of an episode. */
const localId = '[a-z0-9][a-z0-9.-]{0,63}'

/** An episode's id in this service: the sending region's code and the source's id. */
export const episodeId = z
  .string()
  .regex(new RegExp(`^[0-9]{2}~${localId}$`))
  .meta({ id: 'EpisodeId', example: '01~lsp-2020-004711' })

/** A person identity number; checked, turned into a keyed pseudonym and forgotten at the door. */
export const identity = z
  .strictObject({
    type: z.enum(['personnummer', 'samordningsnummer', 'reservnummer']),
    value: z.string().min(1).max(20),
  })
  .meta({ id: 'Identity' })
export type Identity = z.infer<typeof identity>

const placeAndProtection = {
  registeredMunicipality: notRecorded(municipalityCode),
  registeredDistrict: notRecorded(districtCode),
  placedByMunicipality: notRecorded(municipalityCode),
  placedByDistrict: notRecorded(districtCode),
  protectedIdentity: flag,
}

const readinessPeriod = z.strictObject({ noticeSentAt: instant, withdrawnAt: notRecorded(instant) })

/** What a patient who is ready for discharge waits for. */
export const delayReason = z.enum([
  'home-care',
  'special-housing',
  'short-term-housing',
  'aids',
  'regional-open-care',
  'patient-or-relatives',
  'other',
])

/** Where a patient went at the end of a stay. */
export const dischargedTo = z.enum(['home', 'special-housing', 'short-term-housing', 'transfer', 'deceased'])
export type DischargedTo = z.infer<typeof dischargedTo>

/** Everything recorded of a stay but who the patient is. */
const stay = {
  sourceUpdatedAt: instant,
  hospital: hsaId,
  careType,
  admission: z.strictObject({ at: instant, planned: notRecorded(z.boolean()) }),
  admissionNoticeSentAt: notRecorded(instant),
  lengthOfStayEstimateSentAt: notRecorded(instant),
  readiness: z
    .array(readinessPeriod)
    .max(100)
    .nullish()
    .transform((value) => value ?? []),
  planning: z
    .strictObject({ needed: notRecorded(z.boolean()), calledAt: notRecorded(instant) })
    .nullish()
    .transform((value) => value ?? { needed: undefined, calledAt: undefined }),
  openCare: notRecorded(z.enum(['available', 'unavailable', 'unclear'])),
  servicesRefused: flag,
  onlyRegionalOpenCare: flag,
  compulsoryOpenPsychiatricCare: flag,
  discharge: notRecorded(
    z.strictObject({
      at: instant,
      to: dischargedTo,
    }),
  ),
  cancelled: flag,
  ward: notRecorded(hsaId),
  caseNumber: notRecorded(z.string().min(1).max(100)),
  delays: z
    .array(
      z.strictObject({
        from: date,
        reason: delayReason,
      }),
    )
    .max(100)
    .nullish()
    .transform((value) => value ?? []),
}

/** What a hospital sends: the whole current state of one episode. */
export const episodeBody = z
  .strictObject({ ...stay, patient: z.strictObject({ identity, ...placeAndProtection }) })
  .meta({
    id: 'EpisodeBody',
    description: 'The whole current state of one episode; absent or null means not recorded.',
  })
export type EpisodeBody = z.infer<typeof episodeBody>

/** What is kept of an episode: the body with a keyed pseudonym in place of the identity number. */
export const episode = z.strictObject({
  ...stay,
  patient: z.strictObject({
    pseudonym: z.string(),
    pseudonymKeyVersion: z.string(),
    /** Whole years; absent while the stay is open or when the number does not tell the day of birth. */
    ageAtDischarge: z.int().optional(),
    ...placeAndProtection,
  }),
})
export type Episode = z.infer<typeof episode>

/** What is kept of a stay, but for whose it is. */
export const recordedStay = episode.extend({
  patient: episode.shape.patient.omit({ pseudonym: true, pseudonymKeyVersion: true }),
})
export type RecordedStay = z.infer<typeof recordedStay>
