import * as z from 'zod'
import { careType } from '../codes.ts'
import { dischargedTo } from '../episode.ts'
import { text } from '../text.ts'
import { cited, citesWhatIsQuoted, sources } from './citations.ts'

/** A version of what an unplanned readmission is; days are civil days in Europe/Stockholm. */
export const readmissionsFile = z
  .strictObject({
    schema: z.literal('1'),
    definition: z.literal('readmissions'),
    title: text,
    /** What counts, edge cases included, as whoever reads a figure has to know it. */
    meaning: text,
    /** Whole years on the day of discharge. */
    minimumAge: z.int().min(0).max(150),
    /** The first day after the discharge on which an admission is an outcome; 0 is the day of discharge itself. */
    firstDay: z.int().min(0).max(366),
    /** The last such day of each figure, the shortest first. */
    windows: z.array(z.int().min(1).max(366)).min(1).max(10),
    /** Stays that end so are no index stays. */
    notDischargedTo: z.array(dischargedTo),
    /** A stay that ends in a transfer goes on in the next one that begins at most so many days later. */
    mergeTransfers: z.strictObject({ withinDays: z.int().min(0).max(30) }),
    /** The care types whose admissions are outcomes. */
    outcomeCareTypes: z.array(careType).min(1),
    sources,
    cites: z.strictObject({
      minimumAge: cited,
      firstDay: cited,
      windows: cited,
      notDischargedTo: cited,
      mergeTransfers: cited,
      outcomeCareTypes: cited,
    }),
  })
  .check(citesWhatIsQuoted, ({ value: { windows, firstDay }, issues }) => {
    for (const [index, days] of windows.entries())
      if (days < firstDay || days <= (windows[index - 1] ?? 0))
        issues.push({ code: 'custom', input: days, path: ['windows', index], params: { rule: 'window-not-longer' } })
  })
export type ReadmissionsFile = z.infer<typeof readmissionsFile>
