import { describe, expect, it } from 'vitest'
import { explain } from '#domain/liability/explain.ts'
import type { Liability } from '#domain/liability/liability.ts'
import * as say from '#domain/liability/step-texts.ts'
import { fraction } from '#domain/money/fraction.ts'
import { aCatalog, theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aMonth, readyFor } from '../../support/a-month.ts'
import { anAverage, aRule } from '../../support/a-rule.ts'
import { anEpisodeFacts } from '../../support/an-episode-facts.ts'

const told = (liability: Liability, id: string) => explain(liability).find((step) => step.id === id)

describe('what a step says', () => {
  const stage2 = theRule('stockholm-somatic', '2')
  const december = readyFor([3], 'counted', '2020-12')
  const determinations = [
    { agreement: 'stockholm-somatic', stage: '2', value: fraction(17, 10), source: 'the data of stage 1' },
  ]

  it('is from which data a level was determined, or that it was not', () => {
    const known = aMonth(stage2, december, { month: '2020-12', catalog: theShippedCatalog({ determinations }) })
    const unknown = aMonth(stage2, december, { month: '2020-12', catalog: theShippedCatalog() })

    expect(told(known, 'level')).toMatchObject({
      text: say.level,
      source: 'the data of stage 1',
      exact: fraction(17, 10),
    })
    expect(told(unknown, 'level')).toMatchObject({ text: say.levelMissing, exact: undefined })
    expect(told(unknown, 'level')).not.toHaveProperty('source')
    expect(told(aMonth(aRule(), readyFor([3])), 'level')).not.toHaveProperty('source')
  })

  it('is whether all days are charged, or the excess', () => {
    const all = aRule({ model: anAverage({ charge: 'all-days' }) })

    expect(told(aMonth(all, readyFor([3])), 'average-days-2020')?.text).toBe(say.allDays)
    expect(told(aMonth(aRule(), readyFor([3])), 'average-days-2020')?.text).toBe(say.excessDays)
  })

  it('is that a day amount is not known', () => {
    const without = aMonth(aRule(), readyFor([3]), { catalog: aCatalog([], { dayAmounts: [] }) })

    expect(told(without, 'day-amount-2020')).toMatchObject({ text: say.dayAmountMissing(2020), exact: undefined })
    expect(told(without, 'day-amount-2020')).not.toHaveProperty('source')
    expect(told(aMonth(aRule(), readyFor([3])), 'day-amount-2020')).toMatchObject({
      text: say.dayAmount(2020),
      source: 'the test',
    })
  })

  it('is the rounding itself, and the rounded mean is what goes on', () => {
    const rounded = aRule({ model: anAverage({ rounding: { mean: 2, mode: 'half-up' } }) })
    const liability = aMonth(rounded, readyFor([3, 3, 4]))

    expect(told(liability, 'rounded-mean')).toMatchObject({ rounding: { decimals: 2, mode: 'half-up' } })
    expect(told(liability, 'exceeds')?.operands.map(({ name }) => name)).toEqual(['rounded-mean', 'level'])
    expect(told(liability, 'amount-2020')?.rounding).toEqual({ decimals: 2, mode: 'half-up' })
  })

  it('is the unit of its number', () => {
    const liability = aMonth(aRule(), readyFor([3]))

    expect(explain(liability).map(({ id, unit }) => [id, unit])).toEqual([
      ['episodes', 'episodes'],
      ['ready-days', 'days'],
      ['mean', 'days per episode'],
      ['level', 'days per episode'],
      ['exceeds', 'yes or no'],
      ['excess', 'days per episode'],
      ['average-days-2020', 'days'],
      ['days-2020', 'days'],
      ['day-amount-2020', 'SEK per day'],
      ['product-2020', 'SEK'],
      ['amount-2020', 'SEK'],
      ['days', 'days'],
      ['amount', 'SEK'],
    ])
    expect(explain(aMonth(aRule(), [])).map(({ unit }) => unit)).toEqual(['episodes', 'days', 'days', 'SEK'])
  })

  it('is told year by year, the earliest first', () => {
    const rule = aRule({ model: anAverage({ longStay: { moreThan: 7, charge: 'all-days' } }) })
    const long = anEpisodeFacts({ ready: '2020-12-20 09:00:00', out: '2021-01-01' })
    const liability = aMonth(rule, [{ standing: 'counted', facts: long }, ...readyFor([3], 'counted', '2021-01')], {
      month: '2021-01',
    })

    expect(told(liability, 'days')?.operands.map(({ name }) => name)).toEqual(['days-2020', 'days-2021'])
  })

  it('is no price where a year has no days to pay', () => {
    expect(told(aMonth(aRule(), readyFor([1])), 'day-amount-2020')).toBeUndefined()
    expect(told(aMonth(aRule(), readyFor([1])), 'level')).toMatchObject({ exact: fraction(2) })
  })
})
