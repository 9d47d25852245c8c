import { Temporal } from 'temporal-polyfill'

/** A civil date in Europe/Stockholm, `YYYY-MM-DD`; such strings sort as the dates do. */
export type CivilDate = string

/** A calendar month, `YYYY-MM`. */
export type Month = string

/** The date of a year, a month and a day; undefined when the calendar has no such date. */
export const dateIn = (year: number, month: number, day: number): CivilDate | undefined => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** The number of midnights from one date to another; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** The date a number of days later (earlier when negative). */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** The date a number of months later (earlier when negative); the month's last day where it has no such day. */
export const addMonths = (date: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** Every date from the first up to, and not including, the last. */
export const datesUntil = (from: CivilDate, before: CivilDate): readonly CivilDate[] => {
  const dates: CivilDate[] = []
  for (let date = from; date < before; date = dayAfter(date)) dates.push(date)
  return dates
}

/** Months of episodes ask for the same few hundred dates over and over: each is reckoned once. */
const daysAfter = new Map<CivilDate, CivilDate>()

// Some fifty years; a stay of centuries, by a slip of the pen, is not to be kept.
const MAXIMUM_KEPT = 20_000

const dayAfter = (date: CivilDate): CivilDate => {
  const kept = daysAfter.get(date)
  if (kept !== undefined) return kept
  if (daysAfter.size >= MAXIMUM_KEPT) daysAfter.clear()
  const next = addDays(date, 1)
  daysAfter.set(date, next)
  return next
}

export const yearOf = (date: CivilDate | Month): number => Number(date.slice(0, 4))

export const monthOf = (date: CivilDate): Month => date.slice(0, 7)

export const firstOfMonth = (month: Month): CivilDate => `${month}-01`

export const lastOfMonth = (month: Month): CivilDate =>
  Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString()

/** The first day of the month after the one a date lies in. */
export const firstOfNextMonth = (date: CivilDate): CivilDate =>
  Temporal.PlainDate.from(date).with({ day: 1 }).add({ months: 1 }).toString()
