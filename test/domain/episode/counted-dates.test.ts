import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { countedPeriods } from '#domain/episode/counted-dates.ts'
import { type Clock, clock as clockSchema } from '#schemas/rule-file/clock.ts'
import { anEpisodeFacts } from '../../support/an-episode-facts.ts'
import { runs } from '../../support/runs.ts'

const aClock = (changes: object = {}): Clock =>
  clockSchema.parse({ starts: 'readiness-notice-sent', days: 'calendar', periods: 'sum', ...changes })
const cutOff = (late: 'after' | 'from', effect: string) => ({ cutOff: { time: '12:00', late, effect, cites: 'a#b' } })
const daysOf = (clock: Clock, ready: string, out: string): number =>
  countedPeriods(clock, anEpisodeFacts({ ready, out })).reduce((sum, { dates }) => sum + dates.length, 0)

const oldStockholm = aClock({
  days: {
    working: { holidays: 'sweden', alsoFree: ['saturday', 'midsummer-eve', 'christmas-eve', 'new-years-eve'] },
  },
})

describe('a calendar clock', () => {
  it('counts from day zero to the day before the end', () => {
    const [period] = countedPeriods(aClock(), anEpisodeFacts({ ready: '2020-03-02 10:00:00', out: '2020-03-04' }))

    expect(period).toEqual({ dates: ['2020-03-02', '2020-03-03'], extraFreeDays: 0 })
  })

  it('counts nothing on day zero, and nothing of an open stay', () => {
    expect(daysOf(aClock(), '2020-03-02 00:00:00', '2020-03-02')).toBe(0)
    expect(countedPeriods(aClock(), anEpisodeFacts({ discharge: undefined }))).toEqual([])
  })

  it('counts midnights and not hours', () => {
    expect(daysOf(aClock(), '2020-03-02 23:59:59', '2020-03-03')).toBe(1)
    expect(daysOf(aClock(), '2021-03-27 23:30:00', '2021-03-29')).toBe(2)
  })

  it('ends each period with its withdrawal, and the last with the discharge', () => {
    const facts = anEpisodeFacts({
      readiness: [
        { noticeSentAt: '2020-03-02T09:00:00', withdrawnOn: '2020-03-04' },
        { noticeSentAt: '2020-03-06T09:00:00' },
      ],
      out: '2020-03-09',
    })

    expect(countedPeriods(aClock(), facts).map(({ dates }) => dates.length)).toEqual([2, 3])
    expect(countedPeriods(aClock({ periods: 'last' }), facts).map(({ dates }) => dates.length)).toEqual([3])
    expect(countedPeriods(aClock({ periods: 'last' }), anEpisodeFacts())).toHaveLength(1)
  })
})

describe('a cut-off', () => {
  it.each([
    ['after', '2020-03-02 12:00:00', 0],
    ['after', '2020-03-02 12:00:00.000000001', 1],
    ['after', '2020-03-02 12:00:01', 1],
    ['from', '2020-03-02 11:59:59.999999999', 0],
    ['from', '2020-03-02 12:00:00', 1],
    ['from', '2020-03-02 23:59:59', 1],
  ] as const)('that is late %s the stroke finds a notice of %s late: %i', (late, ready, extra) => {
    const free = countedPeriods(aClock(cutOff(late, 'one-more-free-day')), anEpisodeFacts({ ready, out: '2020-03-09' }))

    expect(free).toMatchObject([{ extraFreeDays: extra }])
    expect(free[0]?.dates).toHaveLength(7)
    expect(daysOf(aClock(cutOff(late, 'next-day-is-day-zero')), ready, '2020-03-09')).toBe(7 - extra)
  })

  it('moves day zero but never below zero days', () => {
    const moving = aClock(cutOff('from', 'next-day-is-day-zero'))

    expect(daysOf(moving, '2020-03-02 15:00:00', '2020-03-02')).toBe(0)
    expect(daysOf(moving, '2020-03-02 15:00:00', '2020-03-03')).toBe(0)
    expect(countedPeriods(moving, anEpisodeFacts({ ready: '2020-03-02 15:00:00' }))).toMatchObject([
      { extraFreeDays: 0 },
    ])
  })

  it('is each period’s own', () => {
    const facts = anEpisodeFacts({
      readiness: [
        { noticeSentAt: '2020-03-02T15:00:00', withdrawnOn: '2020-03-04' },
        { noticeSentAt: '2020-03-06T09:00:00' },
      ],
      out: '2020-03-09',
    })
    const periods = countedPeriods(aClock(cutOff('after', 'one-more-free-day')), facts)

    expect(periods.map(({ extraFreeDays }) => extraFreeDays)).toEqual([1, 0])
  })
})

describe('a clock of working days', () => {
  it.each([
    ['2017-03-06 10:00:00', '2017-03-13', 5],
    ['2017-04-12 10:00:00', '2017-04-19', 3],
    ['2017-06-21 10:00:00', '2017-06-27', 3],
    ['2017-12-22 10:00:00', '2018-01-03', 5],
    ['2017-03-10 10:00:00', '2017-03-13', 1],
    ['2017-03-11 10:00:00', '2017-03-13', 0],
  ])('counts from %s to %s %i of them', (ready, out, days) => {
    expect(daysOf(oldStockholm, ready, out)).toBe(days)
  })

  it('counts Saturdays and eves that the agreement does not free', () => {
    const weekdays = aClock({ days: { working: { holidays: 'sweden' } } })

    expect(daysOf(weekdays, '2017-06-21 10:00:00', '2017-06-27')).toBe(4)
    expect(daysOf(weekdays, '2017-03-10 10:00:00', '2017-03-13')).toBe(2)
  })

  it('never counts more than the calendar does, and adds up over any day between', () => {
    const days = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), days, days, (start, first, second) => {
        const [from, between] = [addDays('2015-01-01', start), addDays('2015-01-01', start + first)]
        const to = addDays(between, second)
        const [before, after] = [
          daysOf(oldStockholm, `${from} 10:00:00`, between),
          daysOf(oldStockholm, `${between} 10:00:00`, to),
        ]

        expect(before + after).toBe(daysOf(oldStockholm, `${from} 10:00:00`, to))
        expect(before).toBeLessThanOrEqual(first)
      }),
      { numRuns: runs(300) },
    )
  })
})
