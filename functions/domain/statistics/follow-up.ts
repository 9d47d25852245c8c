import type { ReadmissionsFile } from '#schemas/definitions/readmissions.ts'
import { addDays, type CivilDate, lastOfMonth, type Month } from '../calendar/civil-date.ts'
import { civilTimeOf, dateOf, type Instant } from '../calendar/civil-time.ts'

/** How far a month's stays have been followed: a window's figures are published once it has closed, and revised afterwards. */
export type FollowedWindow = {
  readonly days: number
  /** The last day on which what follows the month's last discharge would count. */
  readonly lastDay: CivilDate
  readonly isClosed: boolean
}

/** The windows of a month at an instant: each has closed once its last day is over in Stockholm. */
export const followUp = (
  { windows }: Pick<ReadmissionsFile, 'windows'>,
  month: Month,
  at: Instant,
): readonly FollowedWindow[] => {
  const today = dateOf(civilTimeOf(at))
  return windows.map((days) => {
    const lastDay = addDays(lastOfMonth(month), days)
    return { days, lastDay, isClosed: today > lastDay }
  })
}
