import * as z from 'zod'
import { countyCode, districtCode, municipalityCode } from './codes.ts'
import { statement } from './decision.ts'
import { episodeId, hsaId, recordedStay } from './episode.ts'
import { liability, step } from './liability.ts'
import { formula } from './rule-file/model.ts'
import { text } from './text.ts'
import { date, instant, month } from './time.ts'

export const agreementId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** Asks for a month of an agreement to be closed; undetermined episodes are left out only one by one, each with its reason. */
export const settlementBody = z.strictObject({
  region: countyCode.optional(),
  agreement: agreementId,
  month,
  leaveOut: z
    .array(z.strictObject({ episode: episodeId, reason: z.string().trim().min(1).max(2000) }))
    .max(200)
    .default([]),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const exact = z.string().regex(/^-?[0-9]+(\/[1-9][0-9]*)?$/)

/** A step of a receipt: an exact number is written `n` or `n/d`. */
export const receiptStep = step.extend({
  text,
  operands: z.array(step.shape.operands.element.extend({ value: exact.nullable() })),
  exact: exact.nullable(),
  rounding: z.strictObject({ decimals: z.int().min(0).max(6), mode: z.literal('half-up') }).nullable(),
})
export type ReceiptStep = z.infer<typeof receiptStep>

/** A joint group's decision that figures rest on; its days are those that its outcome leaves. */
const reviewPremise = z
  .strictObject({
    episode: episodeId,
    number: z.int().min(1),
    revision: z.int(),
    outcome: z.enum(['approve', 'waive', 'adjust']),
    candidateDays: z.int(),
    days: z.int().min(0),
    reason: z.string(),
  })
  .refine(({ outcome, candidateDays, days }) => {
    if (outcome === 'adjust') return days <= candidateDays
    return days === (outcome === 'approve' ? candidateDays : 0)
  })

/** A closed month with all that it rests on; the texts are in both languages, since its bytes are the same for everyone. */
export const receipt = z
  .strictObject({
    receipt: z.literal('1').meta({ description: 'The version of this form' }),
    id: z.string(),
    engine: z.string(),
    closedAt: instant,
    closedBy: z.string(),
    premises: z.strictObject({
      agreementRegistered: z.boolean(),
      dayAmounts: z.array(
        z.strictObject({
          year: z.int(),
          amount: z.string().regex(/^[0-9]+\.[0-9]{2}$/),
          source: z.string(),
          region: countyCode.nullable(),
        }),
      ),
      determinations: z.array(
        z.strictObject({
          agreement: z.string(),
          stage: z.string(),
          value: exact,
          source: z.string(),
          formula: formula.optional(),
        }),
      ),
      leftOut: z.array(
        z.strictObject({
          episode: episodeId,
          leftOut: z.enum(['undetermined', 'always']),
          because: z.string(),
          reason: z.string(),
        }),
      ),
      reviews: z
        .array(reviewPremise)
        .meta({ description: "The joint group's decisions on candidate days that the figures rest on" }),
    }),
    liability: liability.omit({ corrections: true }).extend({ flags: z.array(statement.extend({ text })) }),
    steps: z.array(receiptStep),
    notComputable: z.array(z.strictObject({ cites: z.string(), why: text })),
    manifest: z.strictObject({
      root: sha256.meta({ description: 'The Merkle root of the entries (RFC 6962, 2.1, SHA-256)' }),
      entries: z.array(z.tuple([episodeId, z.int(), sha256])).meta({
        description: 'Episode, revision and the SHA-256 of its stay as canonical JSON, in the order of the episodes',
      }),
    }),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof receipt>

/** A line of the export behind a closed month: a stay, in the revision that the month rests on. */
export const exportedStay = z.strictObject({ episode: episodeId, revision: z.int(), stay: recordedStay })
export type ExportedStay = z.infer<typeof exportedStay>

/** How far the closing of a month has come, unit by unit. */
export const settlement = z
  .strictObject({
    id: z.string(),
    region: countyCode,
    agreement: agreementId,
    month,
    run: z
      .int()
      .nullable()
      .meta({ description: 'The latest time that closing was asked for; null while it never was' }),
    requestedBy: z.string().nullable(),
    requestedAt: instant.nullable(),
    objectionsUntil: date.meta({ description: 'The last day on which a party may object' }),
    status: z.enum(['open', 'objections', 'closable', 'running', 'closed', 'stopped']).meta({
      description:
        'open: its month goes on; objections: one may still object; closable: nobody has asked; stopped: some units could not be closed, ask again when what they miss is there',
    }),
    progress: z.strictObject({ done: z.int(), total: z.int() }).meta({ description: 'Municipalities' }),
    units: z.array(
      z.strictObject({
        id: z.string().meta({ description: 'The id of the liability' }),
        state: z.enum(['closed', 'stopped']),
        missing: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Settlement' })

/** How much of a month's data is sound; `blame` counts the episodes that are not, by where they come from and what is wrong. */
export const monthQuality = z
  .strictObject({
    region: countyCode,
    agreement: agreementId,
    month,
    share: z.string().meta({ description: 'Four decimals, half up' }),
    limit: z.string().nullable().meta({ description: 'What the agreement asks for; null where it names none' }),
    isEnough: z.boolean(),
    episodes: z.int(),
    faulty: z.int(),
    blame: z.array(z.strictObject({ hospital: hsaId, ward: hsaId.nullable(), fact: z.string(), episodes: z.int() })),
  })
  .meta({ id: 'MonthQuality' })

/** What closed months would be corrected by; null where they could no longer be known. */
export const plannedCorrections = z
  .strictObject({
    corrections: z.array(
      z.strictObject({
        agreement: agreementId,
        municipality: municipalityCode.nullable(),
        district: districtCode.nullable(),
        month,
        days: z.string().nullable(),
        amount: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PlannedCorrections' })
