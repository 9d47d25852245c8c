import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import {
  addHours,
  civilTimeOf,
  compareInstants,
  dateOf,
  hoursBetween,
  instantOf,
  inUtc,
  timeOfDay,
} from '#domain/calendar/civil-time.ts'
import { runs } from '../../support/runs.ts'

const instant = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

describe('an instant in Stockholm', () => {
  it.each([
    ['2020-03-04T22:59:59Z', '2020-03-04T23:59:59'],
    ['2020-03-04T23:00:00Z', '2020-03-05T00:00:00'],
    ['2020-07-04T21:59:59Z', '2020-07-04T23:59:59'],
    ['2020-07-04T22:00:00Z', '2020-07-05T00:00:00'],
    ['2021-03-28T00:59:59Z', '2021-03-28T01:59:59'],
    ['2021-03-28T01:00:00Z', '2021-03-28T03:00:00'],
    ['2021-10-31T00:30:00Z', '2021-10-31T02:30:00'],
    ['2021-10-31T01:30:00Z', '2021-10-31T02:30:00'],
    ['2019-12-31T23:00:00Z', '2020-01-01T00:00:00'],
    ['2020-03-04T12:00:00+01:00', '2020-03-04T12:00:00'],
    ['2020-03-04T03:00:00-08:00', '2020-03-04T12:00:00'],
    ['2020-03-04t11:00:00z', '2020-03-04T12:00:00'],
  ])('%s is %s on the wall', (at, wall) => {
    expect(civilTimeOf(at)).toBe(wall)
  })

  it('keeps the fraction of its second', () => {
    expect(civilTimeOf('2020-03-04T11:00:00.000000001Z')).toBe('2020-03-04T12:00:00.000000001')
    expect(civilTimeOf('2020-03-04T11:00:00.500Z')).toBe('2020-03-04T12:00:00.5')
  })

  it('from 2021-03-27 23:30 to 2021-03-29 00:15, over daylight saving, is two days', () => {
    const from = dateOf(civilTimeOf('2021-03-27T22:30:00Z'))
    const to = dateOf(civilTimeOf('2021-03-28T22:15:00Z'))

    expect(daysBetween(from, to)).toBe(2)
  })

  it('is found again from its wall time, except in the hour that is repeated', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const again = instantOf(civilTimeOf(at))

        expect([0, -1]).toContain(hoursBetween(at, again))
        expect(civilTimeOf(again)).toBe(civilTimeOf(at))
      }),
      { numRuns: runs(2_000) },
    )
  })
})

describe('a wall time', () => {
  it('in the repeated hour is the earlier instant, in the skipped one as the clock stood before', () => {
    expect(instantOf('2021-10-31T02:30:00')).toBe('2021-10-31T00:30:00Z')
    expect(instantOf('2021-03-28T02:30:00')).toBe('2021-03-28T00:30:00Z')
  })

  it('splits into a date and a time of day', () => {
    expect(dateOf('2020-03-04T12:00:00.5')).toBe('2020-03-04')
    expect(timeOfDay('2020-03-04T12:00:00.5')).toBe('12:00:00.5')
  })

  it('has times of day that sort as strings, fractions included', () => {
    const inOrder = ['11:59:59.999999999', '12:00:00', '12:00:00.000000001', '12:00:00.5', '12:00:01']

    expect([...inOrder].reverse().sort()).toEqual(inOrder)
  })
})

describe('instants', () => {
  it('that are equal become equal strings', () => {
    expect(inUtc('2020-03-04T10:00:00.100+01:00')).toBe('2020-03-04T09:00:00.1Z')
    expect(inUtc('2020-03-04T09:00:00.100000000Z')).toBe('2020-03-04T09:00:00.1Z')
    expect(inUtc('2020-03-04T09:00:00.000Z')).toBe('2020-03-04T09:00:00Z')
  })

  it('compare by time and not by text', () => {
    expect(compareInstants('2020-03-04T10:00:00+02:00', '2020-03-04T09:00:00Z')).toBeLessThan(0)
    expect(compareInstants('2020-03-04T10:00:00+01:00', '2020-03-04T09:00:00Z')).toBe(0)
    expect(compareInstants('2020-03-04T09:00:00.000000001Z', '2020-03-04T09:00:00Z')).toBeGreaterThan(0)
  })

  it('are apart by elapsed hours, also over daylight saving', () => {
    expect(hoursBetween('2021-03-28T00:30:00+01:00', '2021-03-28T04:30:00+02:00')).toBe(3)
    expect(hoursBetween('2020-03-04T09:00:00Z', '2020-03-04T07:30:00Z')).toBe(-1.5)
    expect(addHours('2021-03-27T23:30:00Z', 24)).toBe('2021-03-28T23:30:00Z')
  })
})
