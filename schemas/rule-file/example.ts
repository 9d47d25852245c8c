import * as z from 'zod'
import { careType } from '../codes.ts'
import { date, month } from '../time.ts'
import { slug } from './citation.ts'
import { exampleEpisode, longestReadyDays, toldTimes } from './example-episode.ts'
import { decimal } from './model.ts'

// What follows bounds the work that a file can ask for when its examples are run.
const MOST_IN_A_LIST = 200
const MOST_READY_DAYS = 400
const MOST_YEARS_FROM_THE_MONTH = 3
const years = { params: { rule: 'year-outside-2010-to-2100' } }
const isNear = (written: string): boolean => written >= '2010' && written < '2101'
const exampleDate = date.refine(isNear, years)
const exampleMonth = month.refine(isNear, years)
const shortDecimal = decimal.max(12)
const money = decimal.regex(/^[0-9]{1,9}(\.[0-9]{1,2})?$/)
const readyDays = z.int().min(0).max(MOST_READY_DAYS)

const days = z.string().regex(/^[0-9]+\.[0-9]{2}$/)

/** What an example expects of the month's liability; only what is written is compared. */
const monthExpectation = z.strictObject({
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

const name = z.string().min(1)

/** One unit's month, and what the rule makes of it. */
const monthShape = z.strictObject({
  name,
  month: exampleMonth,
  /** Shorthand: one plain episode for each number, ready for that many days and discharged in the month. */
  readyDays: z.array(readyDays).max(MOST_IN_A_LIST).optional(),
  episodes: z.array(exampleEpisode).max(MOST_IN_A_LIST).optional(),
  /** The value of the determined level, where the rule has one and the example needs it. */
  determined: shortDecimal.optional(),
  /** The day amount of every year in the example; without it only days can be expected. */
  dayAmount: money.optional(),
  expect: monthExpectation,
})
const monthExample = monthShape.check(({ value, issues }) => {
  if ((value.readyDays === undefined) === (value.episodes === undefined))
    issues.push({ code: 'custom', input: value, path: [], params: { rule: 'ready-days-or-episodes' } })
  const year = Number(value.month.slice(0, 4))
  for (const [index, episode] of (value.episodes ?? []).entries())
    for (const { path, at } of toldTimes(episode))
      if (Math.abs(Number(at.slice(0, 4)) - year) > MOST_YEARS_FROM_THE_MONTH)
        issues.push({
          code: 'custom',
          input: value,
          path: ['episodes', index, ...path],
          params: { rule: 'more-than-three-years-from-the-month' },
        })
})
export type MonthExample = z.infer<typeof monthExample>

/** A day, and whether this version is in force on it for a patient of its county; unsaid: the first of its care types. */
const dayExample = z.strictObject({
  name,
  on: exampleDate,
  careType: careType.optional(),
  /** Events declared, by their name and date. */
  events: z.record(slug, exampleDate).optional(),
  expect: z.strictObject({
    governs: z.boolean(),
    /** What the file says is known to have applied instead, without its text being known. */
    missing: z.array(z.string()).optional(),
  }),
})
export type DayExample = z.infer<typeof dayExample>

/** Discharged stays, and the value that the file's determined level gets from them; null where none of them counts. */
const determinationExample = z.strictObject({
  name,
  population: z.array(z.strictObject({ out: exampleDate, readyDays })).max(MOST_IN_A_LIST),
  expect: z.strictObject({ determined: shortDecimal.nullable() }),
})
export type DeterminationExample = z.infer<typeof determinationExample>

/** A worked example of the rule: a month, told apart by `month`; a day, by `on`; or a determination, by `population`. */
export type Example = MonthExample | DayExample | DeterminationExample

/** All that any kind may hold, so that a fault in one part is told at that part, whatever kind it is. */
const written = z.strictObject({
  ...monthShape.partial().shape,
  ...dayExample.partial().shape,
  ...determinationExample.partial().shape,
  expect: z.strictObject({
    ...monthExpectation.shape,
    ...dayExample.shape.expect.partial().shape,
    ...determinationExample.shape.expect.partial().shape,
  }),
})

const kindOf = ({ on, population }: z.infer<typeof written>) => {
  if (on !== undefined) return dayExample
  return population === undefined ? monthExample : determinationExample
}

/** The schema of {@link Example}; parsing what it gave again gives the same. */
export const example = written.transform((told, { issues }): Example => {
  const parsed = kindOf(told).safeParse(told)
  if (parsed.success) return parsed.data
  issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]))
  return z.NEVER
})

const MOST_EXAMPLES = 300
const MOST_STAYS_TOGETHER = 500
const MOST_READY_DAYS_TOGETHER = 3_000

/** The examples of a rule file, no more than can be run in a moment. */
export const examples = z
  .array(example)
  .min(1)
  .max(MOST_EXAMPLES)
  .check(({ value, issues }) => {
    const stays = value.flatMap(staysIn)
    if (stays.length > MOST_STAYS_TOGETHER)
      issues.push({ code: 'custom', input: value, path: [], params: { rule: 'more-than-500-stays-together' } })
    if (stays.reduce((sum, days) => sum + days, 0) > MOST_READY_DAYS_TOGETHER)
      issues.push({ code: 'custom', input: value, path: [], params: { rule: 'more-than-3000-ready-days-together' } })
  })

/** At least as many ready days as the rule counts, for each stay of an example's month. */
const staysIn = (told: Example): readonly number[] =>
  'month' in told ? [...(told.readyDays ?? []), ...(told.episodes ?? []).map(longestReadyDays)] : []
