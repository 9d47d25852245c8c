import * as z from 'zod'
import type { Write } from './table.ts'
import { writtenOnce } from './written-once.ts'

/** A decision to leave an episode out, as it is kept. */
export const leftOut = z.strictObject({
  episode: z.string(),
  leftOut: z.enum(['undetermined', 'always']),
  reason: z.string(),
  because: z.string(),
  by: z.string(),
  at: z.string(),
})

/** Where all that is decided of a region's month lies. */
export const closedMonthPartition = (region: string, month: string): string => `C#${region}#${month}`

/** What the places of episodes that are left out begin with. */
export const LEFT_OUT_PREFIX = 'LEFT-OUT#'

/** The write that leaves an episode out, once for each reason. */
export const leftOutWrite = (region: string, month: string, made: z.infer<typeof leftOut>): Write =>
  writtenOnce(closedMonthPartition(region, month), `${LEFT_OUT_PREFIX}${made.episode}#${made.because}`, made)
