import type { CivilDate } from '../calendar/civil-date.ts'

/** The first day on which documents that came to their end in a year may be disposed of, once so many whole calendar years have passed. */
export const disposableFrom = (lastYear: number, years: number): CivilDate =>
  `${`${lastYear + years + 1}`.padStart(4, '0')}-01-01`
