import { describe, expect, it } from 'vitest'
import { datesUntil } from '#domain/calendar/civil-date.ts'
import { isFreeDay } from '#domain/calendar/working-days.ts'
import { holidaysByYear, sundayHolidays } from '../../support/swedish-holidays.ts'

const isSunday = (date: string): boolean => new Date(date).getUTCDay() === 0

describe('a free day', () => {
  it.each(Object.entries(holidaysByYear))('of %s is a Sunday or in the almanac, and no other', (year, holidays) => {
    const free = datesUntil(`${year}-01-01`, `${Number(year) + 1}-01-01`).filter((date) => isFreeDay(date, []))

    expect(free.filter((date) => !isSunday(date))).toEqual(holidays.filter((date) => !isSunday(date)))
    expect(free.filter(isSunday)).toEqual(datesUntil(`${year}-01-01`, `${Number(year) + 1}-01-01`).filter(isSunday))
  })

  it.each(sundayHolidays)('is %s, Easter or Whit Sunday', (date) => {
    expect(isFreeDay(date, [])).toBe(true)
  })

  it.each(
    Object.entries(holidaysByYear).flatMap(([year, holidays]) => {
      const midsummerDay = holidays.find((date) => /-06-2[0-6]$/.test(date)) ?? ''
      return [
        ['midsummer-eve', new Date(Date.parse(midsummerDay) - 86_400_000).toISOString().slice(0, 10)],
        ['christmas-eve', `${year}-12-24`],
        ['new-years-eve', `${year}-12-31`],
      ] as const
    }),
  )('is %s on %s only where the agreement says so', (name, date) => {
    expect(isFreeDay(date, [name])).toBe(true)
    expect(isFreeDay(date, [])).toBe(isSunday(date))
  })

  it('is a Saturday only where the agreement says so', () => {
    expect(isFreeDay('2020-03-07', ['saturday'])).toBe(true)
    expect(isFreeDay('2020-03-07', [])).toBe(false)
    expect(isFreeDay('2020-03-06', ['saturday', 'midsummer-eve', 'christmas-eve', 'new-years-eve'])).toBe(false)
  })

  it.each(['2020-11-24', '2020-12-23', '2020-12-30', '2020-01-31', '2020-06-18', '2020-06-19'])('is not %s', (date) => {
    expect(isFreeDay(date, ['christmas-eve', 'new-years-eve'])).toBe(false)
  })

  it('is Easter as the almanac has it in centuries that test every term of its reckoning', () => {
    const goodFridays = [
      '1818-03-20',
      '1886-04-23',
      '1943-04-23',
      '1954-04-16',
      '1981-04-17',
      '2008-03-21',
      '2011-04-22',
    ]

    expect(goodFridays.filter((date) => !isFreeDay(date, []))).toEqual([])
  })
})
