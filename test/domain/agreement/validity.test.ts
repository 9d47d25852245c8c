import { describe, expect, it } from 'vitest'
import { declaredOn, determinationOf } from '#domain/agreement/catalog.ts'
import { isWithin, validityOf } from '#domain/agreement/validity.ts'
import { fraction } from '#domain/money/fraction.ts'
import { aCatalog } from '../../support/a-catalog.ts'

const event = { event: 'support-live', notBefore: '2021-07-01' }
const declared = (on?: string) => (agreement: string, name: string) =>
  agreement === 'tested' && name === 'support-live' ? on : undefined

describe('the validity of a version', () => {
  it('is its dates', () => {
    expect(validityOf('tested', { from: '2020-01-01', until: '2020-10-31' }, declared())).toEqual({
      from: '2020-01-01',
      until: '2020-10-31',
    })
  })

  it('without a last day is until further notice', () => {
    expect(validityOf('tested', { from: '2020-01-01' }, declared())).toEqual({ from: '2020-01-01' })
    expect(validityOf('tested', { from: '2020-01-01', until: event }, declared())).toEqual({ from: '2020-01-01' })
  })

  it('that waits for an event is none until it is declared', () => {
    expect(validityOf('tested', { from: event }, declared())).toBeUndefined()
  })

  it.each([
    ['2020-02-03', '2021-07-01', '2021-06-30'],
    ['2021-06-30', '2021-07-01', '2021-06-30'],
    ['2021-07-01', '2021-08-01', '2021-07-31'],
    ['2022-12-31', '2023-01-01', '2022-12-31'],
  ])('with an event declared on %s begins on %s, the day after the other one ends', (on, from, until) => {
    expect(validityOf('tested', { from: event }, declared(on))).toEqual({ from })
    expect(validityOf('tested', { from: '2020-01-01', until: event }, declared(on))).toEqual({
      from: '2020-01-01',
      until,
    })
  })

  it('takes an earliest date that is not the first of a month to the first of the next', () => {
    const inside = { event: 'support-live', notBefore: '2021-07-15' }

    expect(validityOf('tested', { from: inside }, declared('2020-01-01'))).toEqual({ from: '2021-08-01' })
  })

  it('holds its first and its last day', () => {
    const validity = { from: '2020-01-01', until: '2020-10-31' }
    const days = ['2019-12-31', '2020-01-01', '2020-10-31', '2020-11-01']

    expect(days.filter((day) => isWithin(validity, day))).toEqual(['2020-01-01', '2020-10-31'])
    expect(days.filter((day) => isWithin({ from: '2020-01-01' }, day))).toEqual(days.slice(1))
  })
})

const formula = {
  measure: 'mean-ready-days',
  dayZero: 'included',
  from: '2020-01-01',
  until: '2020-10-31',
  decimals: 4,
  mode: 'half-up',
} as const

describe('what a catalog holds', () => {
  const made = { agreement: 'tested', stage: '2', value: fraction(3, 2), source: 'the data' }
  const catalog = aCatalog([], {
    events: [{ agreement: 'tested', event: 'support-live', on: '2021-05-01' }],
    determinations: [made],
  })

  it('is found by the agreement and the event or stage, both', () => {
    expect(declaredOn(catalog, 'tested', 'support-live')).toBe('2021-05-01')
    expect(declaredOn(catalog, 'other', 'support-live')).toBeUndefined()
    expect(declaredOn(catalog, 'tested', 'other')).toBeUndefined()
    expect(determinationOf(catalog, { agreement: 'tested', stage: '2' }, formula)).toBe(made)
    expect(determinationOf(catalog, { agreement: 'tested', stage: '1' }, formula)).toBeUndefined()
    expect(determinationOf(catalog, { agreement: 'other', stage: '2' }, formula)).toBeUndefined()
  })

  it('has a value for the formula that it was determined by, and for no other', () => {
    const determined = { ...catalog, determinations: [{ ...made, formula }] }
    const others = [
      { ...formula, dayZero: 'excluded' as const },
      { ...formula, from: '2020-02-01' },
      { ...formula, until: '2020-09-30' },
      { ...formula, decimals: 3 },
    ]

    expect(determinationOf(determined, made, formula)).toMatchObject({ value: made.value })
    for (const other of others) expect(determinationOf(determined, made, other)).toBeUndefined()
  })
})
