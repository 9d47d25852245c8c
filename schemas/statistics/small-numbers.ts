import * as z from 'zod'
import { citation, source } from '../rule-file/citation.ts'
import { text } from '../text.ts'

/** The paragraphs that a parameter comes from, as `source#paragraph`. */
const cited = z.array(citation).min(1)

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
    sources: z.array(source).min(1),
    cites: z.strictObject({ threshold: cited, zero: cited, insiders: cited, revisions: cited, method: cited }),
  })
  .check(({ value: { sources, cites }, issues }) => {
    const quoted = new Set(
      sources.flatMap(({ id, paragraphs }) => Object.keys(paragraphs).map((key) => `${id}#${key}`)),
    )
    for (const [parameter, citations] of Object.entries(cites))
      for (const [index, one] of citations.entries())
        if (!quoted.has(one))
          issues.push({
            code: 'custom',
            input: one,
            path: ['cites', parameter, index],
            params: { rule: 'dangling-citation' },
          })
  })
export type SmallNumbersFile = z.infer<typeof smallNumbersFile>
