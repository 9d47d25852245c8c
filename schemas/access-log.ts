import * as z from 'zod'
import { episodeId, hsaId, identity } from './episode.ts'
import { listOf } from './list.ts'
import { instant, month } from './time.ts'

/** For what somebody looks at patients: chosen by the caller in `x-purpose`, or the usual one of the route. */
export const purpose = z
  .enum(['care-documentation', 'billing', 'follow-up', 'audit', 'support'])
  .meta({ id: 'Purpose' })
export type Purpose = z.infer<typeof purpose>

/** On whose behalf somebody acted. */
const organisation = z.strictObject({
  kind: z.enum(['region', 'municipality', 'association']),
  code: z.string(),
  district: z.string().nullable(),
  hospitals: z.array(z.string()).nullable().meta({ description: 'Those that the token was narrowed to' }),
})

const who = {
  at: instant,
  sub: z
    .string()
    .nullable()
    .meta({ description: 'Who, as the issuer of tokens names them; null without a valid token' }),
  hsaId: hsaId.nullable(),
  organisation: organisation.nullable(),
  route: z.string().meta({ example: 'GET /v1/episodes/{episode}' }),
  purpose: purpose.nullable(),
  outcome: z.int().meta({ description: 'The status that was answered' }),
}

/** One access to patients: who did what, when, why, and with which episodes. */
export const accessLogEntry = z
  .strictObject({
    id: z.uuid(),
    ...who,
    regions: z.array(z.string()).meta({ description: 'Whose patients it was about' }),
    careUnits: z.array(hsaId).meta({ description: 'The hospitals whose episodes were touched' }),
    episodes: z.array(episodeId).meta({ description: 'Asked for, shown or changed' }),
    pseudonyms: z.array(z.string()),
    traceId: z.string(),
  })
  .meta({ id: 'AccessLogEntry' })

/** What narrows the log. */
export const accessLogQuery = {
  month: month.optional().meta({ description: 'In UTC; absent: the present month' }),
  episode: episodeId.optional(),
  sub: z.string().min(1).max(255).optional(),
  sample: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'A random sample of so many, at most 999, for systematic checks' }),
  seed: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .meta({ description: 'Draws the same sample again; told in its answer' }),
}

/** A page of the log, the newest first; of a sample also what it was drawn from. */
export const accessLog = listOf('accesses', accessLogEntry).extend({
  sample: z
    .strictObject({ seed: z.string(), from: z.int().meta({ description: 'How many it was drawn from' }) })
    .optional(),
})

const MAXIMUM_MONTHS = 12

/** Asks who has looked at one patient, in at most twelve months. */
export const extractBody = z.strictObject({ identity, from: month, to: month })

/** One access to a patient, with nothing of any other. */
export const patientAccess = z
  .strictObject({ ...who, episodes: z.array(episodeId), careUnits: z.array(hsaId) })
  .meta({ id: 'PatientAccess' })

/** Who has looked at a patient, the newest first. */
export const extract = listOf('accesses', patientAccess)

/** The months from the first to the last; or the rule that they break, when they are none or more than twelve. */
export const monthsFrom = (from: string, to: string): readonly string[] | 'ends-before-it-begins' | 'too-large' => {
  const [first, last] = [ordinal(from), ordinal(to)]
  if (last < first) return 'ends-before-it-begins'
  if (last - first >= MAXIMUM_MONTHS) return 'too-large'
  return Array.from({ length: last - first + 1 }, (_, index) => monthAt(first + index))
}

const ordinal = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1

const monthAt = (at: number): string => `${Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}`
