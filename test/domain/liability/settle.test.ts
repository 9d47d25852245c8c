import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal } from '#domain/money/decimal.ts'
import { add, compare, divide, type Fraction, fraction, multiply, roundTo, subtract } from '#domain/money/fraction.ts'
import type { AverageModel } from '#schemas/rule-file/model.ts'
import { aMonth, readyFor } from '../../support/a-month.ts'
import { anAverage, aRule } from '../../support/a-rule.ts'
import { anyAverage } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

/** The days of an average month, reckoned from the text of the model alone. */
const reckoned = (model: AverageModel, counted: readonly number[], leftOut: readonly number[]): Fraction => {
  const limit = model.longStay?.moreThan ?? Number.POSITIVE_INFINITY
  const long = counted.filter((days) => days > limit)
  const zeros = model.cohort.leftOut === 'counts-zero-days' ? leftOut.map(() => 0) : []
  const inMean = [...counted.filter((days) => days <= limit), ...zeros]
  const cohort = model.cohort.dayZero === 'in-mean' ? inMean : inMean.filter((days) => days !== 0)
  const alone = long.reduce((sum, days) => sum + (model.longStay?.charge === 'beyond-limit' ? days - limit : days), 0)
  if (cohort.length === 0) return fraction(alone)
  const exact = divide(fraction(cohort.reduce((sum, days) => sum + days, 0)), fraction(cohort.length))
  const mean = model.rounding === 'none' ? exact : roundTo(exact, model.rounding.mean)
  const level = parseDecimal(model.level as string)
  if (compare(mean, level) <= 0) return fraction(alone)
  const each = model.charge === 'excess' ? subtract(mean, level) : mean
  return add(multiply(each, fraction(cohort.length)), fraction(alone))
}

describe('an average month', () => {
  const stays = fc.array(fc.nat(12), { maxLength: 8 })

  it('comes to what its model says, whatever the model', () => {
    fc.assert(
      fc.property(anyAverage, stays, stays, (model, counted, leftOut) => {
        const { total, settlement } = aMonth(aRule({ model }), [...readyFor(counted), ...readyFor(leftOut, 'left-out')])

        expect(total.days).toEqual(reckoned(model, counted, leftOut))
        expect(settlement.cohort.leftOut).toBe(leftOut.length)
      }),
      { numRuns: runs(3_000) },
    )
  })

  const daysOf = (changes: Parameters<typeof anAverage>[0], counted: readonly number[]) =>
    aMonth(aRule({ model: anAverage(changes) }), readyFor(counted)).total.days

  it('owes nothing while its mean is exactly at the level, and from there on the excess', () => {
    expect(daysOf({}, [0, 1, 2, 3, 4])).toEqual(fraction(0))
    expect(daysOf({}, [0, 1, 2, 3, 5])).toEqual(fraction(1))
    expect(daysOf({ charge: 'all-days' }, [0, 1, 2, 3, 4])).toEqual(fraction(0))
    expect(daysOf({ charge: 'all-days' }, [0, 1, 2, 3, 5])).toEqual(fraction(11))
  })

  it('keeps thirds exact', () => {
    const { total, settlement } = aMonth(aRule({ model: anAverage() }), readyFor([2, 2, 2, 2, 3, 3]))

    expect(settlement.cohort.average).toEqual(fraction(7, 3))
    expect(total).toEqual({ days: fraction(2), ore: 2_000_00n })
    expect(daysOf({ level: '1.3' }, [3, 1])).toEqual(fraction(14, 10))
  })

  it('has no mean without episodes, and owes nothing', () => {
    const { total, settlement, missing } = aMonth(aRule(), readyFor([4, 4], 'left-out'))

    expect(settlement.cohort).toEqual({
      episodes: 0,
      dayZero: 0,
      readyDays: 0,
      average: undefined,
      leftOut: 2,
      undetermined: 0,
    })
    expect(total).toEqual({ days: fraction(0), ore: 0n })
    expect(missing).toEqual([])
  })

  it('counts its day-zero patients in or out of the mean', () => {
    const cohortOf = (dayZero: 'in-mean' | 'out-of-mean') =>
      aMonth(aRule({ model: anAverage({ dayZero }) }), readyFor([0, 0, 3])).settlement.cohort

    expect(cohortOf('in-mean')).toMatchObject({ episodes: 3, dayZero: 2, readyDays: 3, average: fraction(1) })
    expect(cohortOf('out-of-mean')).toMatchObject({ episodes: 1, dayZero: 0, readyDays: 3, average: fraction(3) })
  })

  it('charges a long stay by itself, all of it or what lies beyond the limit', () => {
    const long = (charge: 'all-days' | 'beyond-limit') =>
      aMonth(aRule({ model: anAverage({ longStay: { moreThan: 7, charge } }) }), readyFor([7, 8, 9]))

    expect(long('all-days').settlement.individualPart).toMatchObject({
      episodes: 2,
      days: new Map([[2020, fraction(17)]]),
    })
    expect(long('beyond-limit').settlement.individualPart).toMatchObject({
      episodes: 2,
      days: new Map([[2020, fraction(3)]]),
    })
    expect(long('beyond-limit').settlement.cohort).toMatchObject({ episodes: 1, readyDays: 7 })
    expect(long('all-days').total.days).toEqual(fraction(22))
  })

  it('does not know its days while someone in it is undetermined', () => {
    const { total, settlement } = aMonth(aRule(), [...readyFor([4]), ...readyFor([1], 'undetermined')])

    expect(total).toEqual({ days: undefined, ore: undefined })
    expect(settlement.cohort).toMatchObject({ episodes: 1, readyDays: 4, undetermined: 1 })
  })
})

describe('an individual month', () => {
  const individual = (changes: object = {}) => aRule({ model: { kind: 'individual', freeDays: 3, ...changes } })

  it('is the days of each patient after the free days', () => {
    const { total, settlement } = aMonth(individual(), readyFor([0, 2, 3, 4, 7]))

    expect(total).toEqual({ days: fraction(5), ore: 5_000_00n })
    expect(settlement.individualPart.episodes).toBe(2)
    expect(settlement.cohort).toMatchObject({ episodes: 5, dayZero: 1, readyDays: 16, average: undefined })
  })

  it('gives each readiness period its own free days, and a late notice one more', () => {
    const clock = {
      starts: 'readiness-notice-sent',
      days: 'calendar',
      periods: 'sum',
      cutOff: { time: '12:00', late: 'after', effect: 'one-more-free-day', cites: 'text#one' },
    }
    const rule = aRule({ model: { kind: 'individual', freeDays: 3 }, clock })
    const [{ facts }] = readyFor([0]) as [ReturnType<typeof readyFor>[number]]
    const readiness = [
      { noticeSentAt: '2020-03-01T09:00:00', withdrawnOn: '2020-03-06' },
      { noticeSentAt: '2020-03-20T13:00:00' },
    ]

    expect(aMonth(rule, [{ standing: 'counted', facts: { ...facts, readiness } }]).total.days).toEqual(fraction(2 + 4))
  })

  it('follows an exception for its care types and its days of discharge', () => {
    const exceptions = [
      {
        id: 'thirty',
        careTypes: ['somatic'],
        discharged: { from: '2020-03-28', until: '2020-03-28' },
        freeDays: 30,
        cites: 'text#one',
      },
    ]
    const daysWith = (change: object) =>
      aMonth(individual({ exceptions: [{ ...exceptions[0], ...change }] }), readyFor([10])).total.days

    expect(daysWith({})).toEqual(fraction(0))
    expect(daysWith({ careTypes: ['psychiatric'] })).toEqual(fraction(7))
    expect(daysWith({ discharged: { from: '2020-03-29', until: '2020-12-31' } })).toEqual(fraction(7))
    expect(daysWith({ discharged: { from: '2020-01-01', until: '2020-03-27' } })).toEqual(fraction(7))
    expect(daysWith({ freeDays: 9 })).toEqual(fraction(1))
  })
})
