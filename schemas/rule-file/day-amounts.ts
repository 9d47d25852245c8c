import * as z from 'zod'
import { confidence } from './citation.ts'

/** The national average cost of a care day by year (5 kap. 6 §), SEK; a year that is not here is not known. */
export const dayAmountsFile = z.strictObject({
  schema: z.literal('1'),
  dayAmounts: z.literal('national'),
  currency: z.literal('SEK'),
  cites: z.string().min(1),
  years: z.array(
    z.strictObject({
      year: z.int().min(2018).max(2200),
      amount: z.string().regex(/^[1-9][0-9]*\.[0-9]{2}$/),
      confidence,
      source: z.string().min(1),
    }),
  ),
  /** Years known to be missing, and what names them. */
  notKnown: z.array(z.strictObject({ year: z.int(), why: z.string().min(1) })),
})
