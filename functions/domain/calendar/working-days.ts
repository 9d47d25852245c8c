import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from './civil-date.ts'

/** Days beside Sundays and public holidays that an agreement may treat as free. */
export type SpecialDay = 'saturday' | 'midsummer-eve' | 'christmas-eve' | 'new-years-eve'

const SATURDAY = 6
const SUNDAY = 7

/** Sundays and public holidays by lag (1989:253) om allmänna helgdagar, and the special days named. */
export const isFreeDay = (date: CivilDate, alsoFree: readonly SpecialDay[]): boolean => {
  const day = Temporal.PlainDate.from(date)
  return day.dayOfWeek === SUNDAY || isPublicHoliday(day) || alsoFree.some((name) => isSpecialDay[name](day))
}

const isSpecialDay: Readonly<Record<SpecialDay, (day: Temporal.PlainDate) => boolean>> = {
  saturday: (day) => day.dayOfWeek === SATURDAY,
  'midsummer-eve': (day) => day.add({ days: 1 }).equals(midsummerDay(day.year)),
  'christmas-eve': (day) => day.month === 12 && day.day === 24,
  'new-years-eve': (day) => day.month === 12 && day.day === 31,
}

const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'])

const isPublicHoliday = (day: Temporal.PlainDate): boolean => {
  if (fixedHolidays.has(day.toString().slice(5))) return true
  const fromEaster = easterSunday(day.year).until(day, { largestUnit: 'days' }).days
  const GOOD_FRIDAY = -2
  const EASTER_MONDAY = 1
  const ASCENSION_DAY = 39
  if ([GOOD_FRIDAY, EASTER_MONDAY, ASCENSION_DAY].includes(fromEaster)) return true
  return day.equals(midsummerDay(day.year)) || day.equals(saturdayFrom(day.year, 10, 31))
}

/** Midsummer's day: the Saturday that falls on 20–26 June. */
const midsummerDay = (year: number): Temporal.PlainDate => saturdayFrom(year, 6, 20)

/** The first Saturday on or after a date; All Saints' day is the one from 31 October. */
const saturdayFrom = (year: number, month: number, day: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day })
  return first.add({ days: (SATURDAY - first.dayOfWeek + 7) % 7 })
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as Meeus gives it). */
const easterSunday = (year: number): Temporal.PlainDate => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return Temporal.PlainDate.from({ year, month, day })
}
