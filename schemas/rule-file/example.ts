import * as z from 'zod'
import { careType, districtCode, municipalityCode } from '../codes.ts'
import { date, month } from '../time.ts'
import { slug } from './citation.ts'
import { conditionFacts } from './condition.ts'
import { decimal } from './model.ts'

/** A local civil time, `YYYY-MM-DD HH:MM` with optional seconds. */
const localTime = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?$/)

/**
 * One patient's stay, as short as it can be told. Unsaid: somatic, admitted three days before the first readiness notice,
 * admission notice and length-of-stay estimate sent the day after admission, planning not needed, discharged to home.
 */
export const exampleEpisode = z.strictObject({
  careType: careType.optional(),
  ready: localTime.optional(),
  out: localTime.optional(),
  readiness: z
    .array(z.strictObject({ ready: localTime, withdrawn: localTime.optional(), out: localTime.optional() }))
    .optional(),
  to: z.enum(conditionFacts.dischargedTo).optional(),
  registered: municipalityCode.optional(),
  placedBy: municipalityCode.optional(),
  district: districtCode.optional(),
  admissionNotice: z.union([z.literal(false), localTime]).optional(),
  lengthOfStayEstimate: z.literal(false).optional(),
  planning: z.strictObject({ needed: z.boolean().optional(), called: localTime.optional() }).optional(),
  openCare: z.enum(['available', 'unavailable', 'unclear']).optional(),
  servicesRefused: z.boolean().optional(),
  onlyRegionalOpenCare: z.boolean().optional(),
  compulsoryOpenPsychiatricCare: z.boolean().optional(),
})
export type ExampleEpisode = z.infer<typeof exampleEpisode>

const days = z.string().regex(/^[0-9]+\.[0-9]{2}$/)

/** What an example expects of the month's liability; only what is written is compared. */
export const exampleExpectation = z.strictObject({
  episodes: z.int().optional(),
  dayZero: z.int().optional(),
  readyDays: z.string().optional(),
  average: z.string().nullable().optional(),
  level: z.string().nullable().optional(),
  liable: z.boolean().nullable().optional(),
  leftOut: z.int().optional(),
  undetermined: z.int().optional(),
  reasons: z.array(slug).optional(),
  flags: z.array(slug).optional(),
  missing: z.array(z.string()).optional(),
  days: days.nullable().optional(),
  amount: days.nullable().optional(),
  averageDays: days.optional(),
  individualDays: days.optional(),
  billing: z.enum(['active', 'shadow', 'suspended']).optional(),
  /** Days under each reading that was not shipped, by `question: { reading: days }`. */
  alternatives: z.record(slug, z.record(slug, days.nullable())).optional(),
})

/** A worked example of the rule: one unit's month and what the rule makes of it. */
export const example = z
  .strictObject({
    name: z.string().min(1),
    month,
    /** Shorthand: one plain episode for each number, ready for that many days and discharged in the month. */
    readyDays: z.array(z.int().min(0)).optional(),
    episodes: z.array(exampleEpisode).optional(),
    /** The value of the determined level, where the rule has one and the example needs it. */
    determined: decimal.optional(),
    /** The day amount of every year in the example; without it only days can be expected. */
    dayAmount: decimal.optional(),
    /** Events declared, by their name and date. */
    events: z.record(slug, date).optional(),
    expect: exampleExpectation,
  })
  .check(({ value, issues }) => {
    if ((value.readyDays === undefined) === (value.episodes === undefined))
      issues.push({ code: 'custom', input: value, path: [], params: { rule: 'ready-days-or-episodes' } })
  })
export type Example = z.infer<typeof example>
