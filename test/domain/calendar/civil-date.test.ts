import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateIn,
  datesUntil,
  daysBetween,
  firstOfMonth,
  firstOfNextMonth,
  lastOfMonth,
  monthOf,
  yearOf,
} from '#domain/calendar/civil-date.ts'
import { runs } from '../../support/runs.ts'

const FIRST = Date.UTC(2000, 0, 1)
const DAY = 86_400_000
const dateAt = (day: number): string => new Date(FIRST + day * DAY).toISOString().slice(0, 10)
const day = fc.integer({ min: 0, max: 60_000 })

describe('a date of a year, a month and a day', () => {
  it.each([
    [2020, 2, 29, '2020-02-29'],
    [1800, 1, 1, '1800-01-01'],
    [2021, 2, 29, undefined],
    [2020, 13, 1, undefined],
    [2020, 0, 1, undefined],
    [2020, 1, 0, undefined],
    [2020, 4, 31, undefined],
  ])('%i, %i and %i is %s', (year, month, day, date) => {
    expect(dateIn(year, month, day)).toBe(date)
  })
})

describe('days between dates', () => {
  it.each([
    ['2021-03-27', '2021-03-29', 2],
    ['2021-10-30', '2021-11-01', 2],
    ['2020-02-28', '2020-03-01', 2],
    ['2021-02-28', '2021-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2100-02-28', '2100-03-01', 1],
    ['2019-12-31', '2020-01-01', 1],
    ['2020-01-01', '2021-01-01', 366],
    ['2020-03-04', '2020-03-04', 0],
    ['2020-03-05', '2020-03-04', -1],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  it('are the midnights that a proleptic calendar has between them', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(daysBetween(dateAt(a), dateAt(b))).toBe(b - a)
        expect(addDays(dateAt(a), b - a)).toBe(dateAt(b))
      }),
      { numRuns: runs(2_000) },
    )
  })
})

describe('a date months away', () => {
  it.each([
    ['2021-07-01', 1, '2021-08-01'],
    ['2021-07-01', -1, '2021-06-01'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
  ])('from %s by %i is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })
})

describe('the dates of a time', () => {
  it('are every date from the first to the day before the end', () => {
    expect(datesUntil('2019-12-30', '2020-01-02')).toEqual(['2019-12-30', '2019-12-31', '2020-01-01'])
  })

  it('are none where the end is the first date or comes before it', () => {
    expect(datesUntil('2020-01-02', '2020-01-02')).toEqual([])
    expect(datesUntil('2020-01-03', '2020-01-02')).toEqual([])
  })

  it('are as many as the days between, in order, without a gap', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (first, length) => {
        const dates = datesUntil(dateAt(first), dateAt(first + length))

        expect(dates).toEqual(Array.from({ length }, (_, index) => dateAt(first + index)))
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('months and years', () => {
  it('are read off a date', () => {
    expect(monthOf('2020-03-04')).toBe('2020-03')
    expect(yearOf('2020-03-04')).toBe(2020)
    expect(yearOf('2021-12')).toBe(2021)
  })

  it.each([
    ['2020-02', '2020-02-01', '2020-02-29', '2020-03-01'],
    ['2021-02', '2021-02-01', '2021-02-28', '2021-03-01'],
    ['2020-04', '2020-04-01', '2020-04-30', '2020-05-01'],
    ['2020-12', '2020-12-01', '2020-12-31', '2021-01-01'],
  ])('%s begins on %s, ends on %s and is followed by %s', (month, first, last, next) => {
    expect(firstOfMonth(month)).toBe(first)
    expect(lastOfMonth(month)).toBe(last)
    expect(firstOfNextMonth(first)).toBe(next)
    expect(firstOfNextMonth(last)).toBe(next)
  })
})
