import { describe, expect, it } from 'vitest'
import { byOwnYear, inYear, priceUnder, together, totalDays, totalOre } from '#domain/liability/money.ts'
import { fraction, zero } from '#domain/money/fraction.ts'
import { aCatalog } from '../../support/a-catalog.ts'
import { aRule } from '../../support/a-rule.ts'

const nationally = priceUnder(aRule(), aCatalog([]))

describe('the price of a care day', () => {
  it('is the national amount of its year', () => {
    expect(nationally(2020)).toMatchObject({ ore: 1_000_00n, source: 'the test' })
    expect(nationally(2021)).toMatchObject({ ore: 2_000_00n })
    expect(nationally(2022)).toBeUndefined()
  })

  it('is the rule’s own amount in every year, from the paragraph cited', () => {
    const own = priceUnder(aRule({ amount: { own: '4277' }, cites: { amount: 'text#one' } }), aCatalog([]))

    expect(own(2018)).toEqual({ ore: 4_277_00n, source: 'The first paragraph' })
    expect(own(2099)).toEqual(own(2018))
  })
})

describe('days by year', () => {
  it('are counted in the year they fall in, in order', () => {
    const days = byOwnYear(['2021-01-01', '2020-12-30', '2020-12-31'])

    expect([...days]).toEqual([
      [2020, fraction(2)],
      [2021, fraction(1)],
    ])
  })

  it('hold no year without days', () => {
    expect([...inYear(2020, zero)]).toEqual([])
    expect([...inYear(2020, fraction(1, 3))]).toEqual([[2020, fraction(1, 3)]])
  })

  it('add up year by year', () => {
    const both = together(new Map([[2021, fraction(1)]]), byOwnYear(['2020-12-31', '2021-01-01']))

    expect([...both]).toEqual([
      [2020, fraction(1)],
      [2021, fraction(2)],
    ])
    expect(totalDays(both)).toEqual(fraction(3))
    expect(totalDays(new Map())).toEqual(zero)
  })
})

describe('the cost of days', () => {
  it('is each year’s days at its amount, rounded to the öre by year', () => {
    const days = new Map([
      [2020, fraction(1, 3)],
      [2021, fraction(2, 3)],
    ])

    expect(totalOre(days, nationally)).toBe(333_33n + 1_333_33n)
  })

  it('is not known while a year with days has no amount, and zero where there are none', () => {
    expect(
      totalOre(new Map([[2020, fraction(1)]].concat([[2022, fraction(1)]]) as [number, never][]), nationally),
    ).toBe(undefined)
    expect(totalOre(new Map(), nationally)).toBe(0n)
  })
})
