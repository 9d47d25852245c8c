import { describe, expect, it } from 'vitest'
import { fraction } from '#domain/money/fraction.ts'
import { dayAmountsBehind, determinationsBehind } from '#functions/settlements/premises.ts'
import { aCatalog } from '../support/a-catalog.ts'
import { aMonth, readyFor } from '../support/a-month.ts'
import { anAverage, aRule } from '../support/a-rule.ts'

const ofYear = (year: number, ore: bigint, region?: string) => ({
  year,
  ore,
  source: 'the test',
  ...(region === undefined ? {} : { region }),
})

describe('the day amounts behind a month', () => {
  const dayAmounts = [ofYear(2020, 3n, '01'), ofYear(2020, 2n, '06'), ofYear(2020, 1n), ofYear(2021, 1n)]

  it('are those of its years alone, as its own region has declared them', () => {
    const catalog = aCatalog([], { dayAmounts })

    expect(dayAmountsBehind(aMonth(aRule(), readyFor([9]), { catalog }), catalog)).toEqual([ofYear(2020, 3n, '01')])
  })

  it('are none where nothing is paid under any reading', () => {
    const catalog = aCatalog([], { dayAmounts })

    expect(dayAmountsBehind(aMonth(aRule(), readyFor([1]), { catalog }), catalog)).toEqual([])
  })

  it('are there when another reading alone is paid for', () => {
    const catalog = aCatalog([], { dayAmounts })
    const rule = aRule({
      model: anAverage(),
      openQuestions: [
        {
          id: 'day-zero',
          question: { sv: 'Räknas dag noll?', en: 'Does day zero count?' },
          cites: 'text#one',
          shipped: 'in-mean',
          alternatives: [{ reading: 'out-of-mean', set: { 'model.cohort.dayZero': 'out-of-mean' } }],
          closedBy: 'The parties',
        },
      ],
    })
    const month = aMonth(rule, readyFor([0, 3]), { catalog })

    // 3 ÷ 2 is below 2.0; without day zero 3 ÷ 1 is above.
    expect(month.total.ore).toBe(0n)
    expect(dayAmountsBehind(month, catalog)).toEqual([ofYear(2020, 3n, '01')])
  })

  it('are none where the agreement has an amount of its own', () => {
    const catalog = aCatalog([], { dayAmounts })
    const rule = aRule({ amount: { own: '5000.00' } })

    expect(dayAmountsBehind(aMonth(rule, readyFor([9]), { catalog }), catalog)).toEqual([])
  })
})

describe('the determinations behind a month', () => {
  const formula = (until: string) =>
    ({
      measure: 'mean-ready-days',
      dayZero: 'included',
      from: '2019-01-01',
      until,
      decimals: 4,
      mode: 'half-up',
    }) as const
  const made = (until: string, stage = '1') => ({
    agreement: 'tested',
    stage,
    formula: formula(until),
    value: fraction(2),
    source: 'the data',
  })
  const catalog = aCatalog([], { determinations: [made('2019-06-30'), made('2019-12-31'), made('2019-12-31', '2')] })
  const withLevel = (level: unknown) => aRule({ model: { ...anAverage(), level } })

  it('are those of its own stage and formula alone', () => {
    const level = { determined: formula('2019-12-31') }

    expect(determinationsBehind(withLevel(level), catalog)).toEqual([made('2019-12-31')])
  })

  it('are each there once where the level is the least of several', () => {
    const parts = ['2019-06-30', '2019-12-31', '2019-12-31'].map((until) => ({ determined: formula(until) }))

    expect(determinationsBehind(withLevel({ least: [...parts, '3.0'] }), catalog)).toEqual([
      made('2019-06-30'),
      made('2019-12-31'),
    ])
  })

  it('are none where the level is a number', () => {
    expect(determinationsBehind(withLevel('2.0'), catalog)).toEqual([])
  })
})
