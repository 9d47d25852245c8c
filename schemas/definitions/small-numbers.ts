import * as z from 'zod'
import { text } from '../text.ts'
import { cited, citesWhatIsQuoted, sources } from './citations.ts'

/** A version of how small numbers are hidden in what is told to everyone. */
export const smallNumbersFile = z
  .strictObject({
    schema: z.literal('1'),
    definition: z.literal('small-numbers'),
    title: text,
    /** What is hidden, from whom, and what that guarantees, as whoever reads a table has to know it. */
    meaning: text,
    /** A count from one up to below it is hidden, and every hidden count stays uncertain by at least it. */
    threshold: z.int().min(2).max(100),
    /** Whether a count of zero is hidden too. */
    zero: z.literal('shown'),
    /** Whether those who know their own rows are reckoned with, beside those who know nothing. */
    insiders: z.literal('protected-against'),
    /** Whether those are reckoned with who compare the revisions of a month. */
    revisions: z.literal('compared'),
    /** How it is done: the figures of a row that follow from each other are hidden together, along the sums that are shown. */
    method: z.literal('row-blocks-with-totals'),
    sources,
    cites: z.strictObject({ threshold: cited, zero: cited, insiders: cited, revisions: cited, method: cited }),
  })
  .check(citesWhatIsQuoted)
export type SmallNumbersFile = z.infer<typeof smallNumbersFile>
