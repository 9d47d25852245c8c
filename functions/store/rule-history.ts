import * as z from 'zod'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Item } from './table.ts'

const act = z.enum([
  'shipped',
  'uploaded',
  'coverage-measured',
  'simulated',
  'signed',
  'published',
  'withdrawn',
  'event-declared',
  'level-determined',
  'day-amount-declared',
])

const historyLine = z.strictObject({
  at: z.string(),
  act,
  /** The `sub` of the token that did it; the service itself for what runs by itself. */
  by: z.string(),
  /** The party that it was done for: a region, municipality or association, such as `region 14`. */
  party: z.string().optional(),
  stage: z.string().optional(),
  version: z.string().optional(),
  sha256: z.string().optional(),
  /** What belongs to the act and is short: a reason, evidence, a value. */
  note: z.string().optional(),
})

/** One line of an agreement's history: who did what to which version, and when. */
export type HistoryLine = z.infer<typeof historyLine>

/** Where the history of an agreement lies, and everything else of it but which versions there are. */
export const agreementPartition = (agreement: string): string => `A#${agreement}`

export const HISTORY_PREFIX = 'H#'

/** A line of history as it is stored: in the order of time, and of lines at one instant in the order given. */
export const historyItem = (agreement: string, line: HistoryLine, place = 0): Item => ({
  pk: agreementPartition(agreement),
  sk: [`${HISTORY_PREFIX}${line.at}`, place, line.act, `${line.stage ?? ''}.${line.version ?? ''}`, line.by].join('#'),
  ...withoutUndefined(line),
})

export const historyLineFrom = ({ pk: _, sk: __, ...attributes }: Item): HistoryLine => historyLine.parse(attributes)
