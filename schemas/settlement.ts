import * as z from 'zod'
import { countyCode } from './codes.ts'
import { episodeId } from './episode.ts'
import { date, instant, month } from './time.ts'

const agreement = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** Asks for a month of an agreement to be closed; undetermined episodes are left out only one by one, each with its reason. */
export const settlementBody = z.strictObject({
  region: countyCode.optional(),
  agreement,
  month,
  leaveOut: z
    .array(z.strictObject({ episode: episodeId, reason: z.string().trim().min(1).max(2000) }))
    .max(200)
    .default([]),
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
        z.strictObject({ year: z.int(), amount: z.string(), source: z.string(), region: z.string().nullable() }),
      ),
      determinations: z.array(
        z.strictObject({
          agreement: z.string(),
          stage: z.string(),
          value: z.string(),
          source: z.string(),
          formula: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
        }),
      ),
      leftOut: z.array(
        z.strictObject({
          episode: z.string(),
          leftOut: z.enum(['undetermined', 'always']),
          because: z.string(),
          reason: z.string(),
        }),
      ),
      reviews: z
        .array(
          z.strictObject({
            episode: z.string(),
            number: z.int(),
            revision: z.int(),
            outcome: z.enum(['approve', 'waive', 'adjust']),
            candidateDays: z.int(),
            days: z.int(),
            reason: z.string(),
          }),
        )
        .meta({ description: "The joint group's decisions on candidate days that the figures rest on" }),
    }),
    liability: z.record(z.string(), z.unknown()),
    steps: z.array(z.record(z.string(), z.unknown())),
    notComputable: z.array(z.record(z.string(), z.unknown())),
    manifest: z.strictObject({
      root: z.string().meta({ description: 'The Merkle root of the entries (RFC 6962, 2.1, SHA-256)' }),
      entries: z.array(z.tuple([z.string(), z.int(), z.string()])).meta({
        description: 'Episode, revision and the SHA-256 of its stay as canonical JSON, in the order of the episodes',
      }),
    }),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof receipt>

/** How far the closing of a month has come, unit by unit. */
export const settlement = z
  .strictObject({
    id: z.string(),
    region: countyCode,
    agreement,
    month,
    run: z.int(),
    requestedBy: z.string(),
    requestedAt: instant,
    objectionsUntil: date.meta({ description: 'The last day on which a party may object' }),
    status: z.enum(['running', 'closed', 'stopped']).meta({
      description: 'stopped: some units could not be closed; ask again when what they miss is there',
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
