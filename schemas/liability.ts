import * as z from 'zod'
import { countyCode, districtCode, municipalityCode } from './codes.ts'
import { decision, ruleReference, statement } from './decision.ts'
import { episodeId, hsaId } from './episode.ts'
import { listOf } from './list.ts'
import { instant, month } from './time.ts'

const days = z.string().meta({ id: 'Days', description: 'Two decimals, half up', example: '2.00' })
const money = z.string().meta({ id: 'Money', description: 'SEK, two decimals', example: '16400.00' })
const part = z.strictObject({ days: days.nullable(), amount: money.nullable() })

/** What one unit owes a region for the episodes discharged in a month under one rule version. */
export const liability = z
  .strictObject({
    id: z.string(),
    region: countyCode,
    municipality: municipalityCode.nullable(),
    district: districtCode.nullable(),
    month,
    rule: ruleReference.nullable(),
    model: z.enum(['average', 'individual']).nullable(),
    status: z.enum(['preliminary', 'final']),
    billing: z.enum(['active', 'shadow', 'suspended']).nullable(),
    review: z.enum(['pending', 'decided']).nullable(),
    cohort: z.strictObject({
      episodes: z.int(),
      dayZero: z.int(),
      readyDays: z.string(),
      average: z.string().nullable(),
      leftOut: z.int(),
      undetermined: z.int(),
    }),
    level: z.string().nullable(),
    liable: z.boolean().nullable(),
    averagePart: part,
    individualPart: z.strictObject({ episodes: z.int(), days: days.nullable(), amount: money.nullable() }),
    dayAmounts: z.array(z.strictObject({ year: z.int(), days, amount: money.nullable() })),
    days: days.nullable(),
    amount: money.nullable(),
    currency: z.literal('SEK'),
    missing: z.array(z.string()),
    bounds: z.strictObject({ least: part, most: part }).nullable(),
    alternatives: z.array(
      z.strictObject({ question: z.string(), reading: z.string(), days: days.nullable(), amount: money.nullable() }),
    ),
    flags: z.array(statement),
    disputes: z
      .strictObject({
        open: z.int(),
        heldDays: days.nullable(),
        heldAmount: money.nullable(),
      })
      .optional()
      .meta({ description: 'Where episodes of it are contested: how many, and what is not payable meanwhile' }),
    corrections: z
      .array(
        z.strictObject({ id: z.string(), days, amount: money, cause: z.string(), recordedAt: instant }).meta({
          id: 'Correction',
          description: 'What a closed month has come to more, or less, since: signed days and amount, and why',
        }),
      )
      .optional()
      .meta({ description: 'Of a closed month alone' }),
  })
  .meta({ id: 'Liability' })

/** One step of the arithmetic: `operation` on `operands` gives `exact`; `shown` is rounded for people only. */
export const step = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    operation: z.enum(['given', 'add', 'subtract', 'multiply', 'divide', 'round', 'compare']),
    operands: z.array(z.strictObject({ name: z.string(), value: z.string().nullable(), step: z.string().nullable() })),
    exact: z.string().nullable(),
    shown: z.string().nullable(),
    unit: z.enum(['episodes', 'days', 'days per episode', 'SEK per day', 'SEK', 'yes or no']),
    rounding: z.strictObject({ decimals: z.int(), mode: z.literal('half-up') }).nullable(),
    cites: z.string().nullable(),
    source: z.string().nullable(),
  })
  .meta({ id: 'Step' })

export const liabilityWithSteps = liability
  .extend({
    steps: z.array(step),
    notComputable: z.array(z.strictObject({ cites: z.string(), why: z.string() })),
  })
  .meta({ id: 'LiabilityWithSteps' })

export const liabilityList = listOf('liabilities', liability)

/** One episode behind a liability. */
export const liabilityEpisode = z
  .strictObject({
    id: episodeId,
    revision: z.int(),
    hospital: hsaId,
    caseNumber: z.string().nullable(),
    decision,
  })
  .meta({ id: 'LiabilityEpisode' })

export const liabilityEpisodeList = listOf('episodes', liabilityEpisode)
