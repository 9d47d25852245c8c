import { describe, expect, it } from 'vitest'
import { answerOf, answersOf, type ToldShort } from '../../support/answers-of-stays.ts'
import { theReadmissions } from '../../support/the-definition.ts'

/** Discharged on 10 March 2020. */
const index: ToldShort = { in: '2020-03-01', out: '2020-03-10 15:00' }

describe('an index stay', () => {
  it.each([
    ['64 is none', { ...index, age: 64 }, 'no'],
    ['65 is one', { ...index, age: 65 }, 'yes: no, no'],
    ['an age that is not known may be one', { ...index, age: null }, 'unknown: no, no'],
  ])('of a person of %s', (_, stay, expected) => {
    expect(answerOf('a', { a: stay })).toBe(expected)
  })

  it.each([
    ['deceased', 'no'],
    ['transfer', 'no'],
    ['home', 'yes: no, no'],
    ['special-housing', 'yes: no, no'],
    ['short-term-housing', 'yes: no, no'],
  ] as const)('that ends in %s is %s', (to, expected) => {
    expect(answerOf('a', { a: { ...index, to } })).toBe(expected)
  })

  it('is none when it ends in death, whatever the age', () => {
    expect(answerOf('a', { a: { ...index, to: 'deceased', age: null } })).toBe('no')
  })

  it('is none while the patient is in hospital', () => {
    expect(answerOf('a', { a: { in: '2020-03-01' } })).toBe('no')
  })

  it('is told with the day of discharge in Sweden', () => {
    expect(answersOf({ a: { in: '2020-03-01', out: '2020-03-10 00:30' } })).toMatchObject([
      { id: 'a', dischargedOn: '2020-03-10' },
    ])
  })
})

describe('an unplanned readmission', () => {
  it.each([
    ['2020-03-10 18:00', 'yes: no, no'],
    ['2020-03-11 00:01', 'yes: yes, yes'],
    ['2020-03-17 23:59', 'yes: yes, yes'],
    ['2020-03-18 00:00', 'yes: no, yes'],
    ['2020-04-09 23:59', 'yes: no, yes'],
    ['2020-04-10 00:00', 'yes: no, no'],
  ])('on %s counts by the day and not the hour', (day, expected) => {
    expect(answerOf('a', { a: index, b: { in: day } })).toBe(expected)
  })

  it.each([
    ['2020-03-22', '2020-03-29 23:30', 'yes: yes, yes'],
    ['2020-03-22', '2020-03-30 00:30', 'yes: no, yes'],
    ['2020-10-18', '2020-10-25 23:30', 'yes: yes, yes'],
    ['2020-10-18', '2020-10-26 00:30', 'yes: no, yes'],
  ])('after %s on %s counts by the day when the clocks change', (out, day, expected) => {
    expect(answerOf('a', { a: { in: '2020-03-01', out }, b: { in: day } })).toBe(expected)
  })

  it('is no planned admission, and may be one of which it is not recorded', () => {
    expect(answerOf('a', { a: index, b: { in: '2020-03-12', planned: true } })).toBe('yes: no, no')
    expect(answerOf('a', { a: index, b: { in: '2020-03-12', planned: null } })).toBe('yes: unknown, unknown')
  })

  it('is certain where another admission certainly is one', () => {
    const stays = { a: index, b: { in: '2020-03-12', planned: null, out: '2020-03-13' }, c: { in: '2020-03-20' } }

    expect(answerOf('a', stays)).toBe('yes: unknown, yes')
  })

  it('is told of a stay that may be an index stay, too', () => {
    expect(answerOf('a', { a: { ...index, age: null }, b: { in: '2020-03-12' } })).toBe('unknown: yes, yes')
  })

  it('counts in either care type, whatever its patient’s age is recorded as and wherever it ends', () => {
    const b: ToldShort = { in: '2020-03-12', out: '2020-03-13', to: 'deceased', care: 'psychiatric', age: null }

    expect(answerOf('a', { a: index, b })).toBe('yes: yes, yes')
  })

  it('can itself be an index stay, and two admissions are one readmission', () => {
    const stays = {
      a: index,
      b: { in: '2020-03-12', out: '2020-03-13' },
      c: { in: '2020-03-14', out: '2020-03-15' },
    }

    expect(['a', 'b', 'c'].map((id) => answerOf(id, stays))).toEqual(['yes: yes, yes', 'yes: yes, yes', 'yes: no, no'])
  })

  it('is no stay that begins before the discharge, nested or overlapping', () => {
    const stays = { a: index, b: { in: '2020-03-05', out: '2020-03-06' }, c: { in: '2020-03-09', out: '2020-03-20' } }

    expect(answerOf('a', stays)).toBe('yes: no, no')
    expect(answerOf('b', stays)).toBe('yes: yes, yes')
  })

  it('is neither the stay itself nor an earlier one where a stay ends before it begins', () => {
    const stays = { a: { in: '2020-03-03', out: '2020-03-04' }, b: { in: '2020-03-05', out: '2020-03-01' } }

    expect(answerOf('b', stays)).toBe('yes: no, no')
  })
})

describe('another version of the definition', () => {
  it.each([
    ['a higher age', { minimumAge: 81 }, 'no'],
    ['another first day', { firstDay: 3 }, 'yes: no, no'],
    ['another window', { windows: [1, 2, 3] }, 'yes: no, yes, yes'],
    ['one care type', { outcomeCareTypes: ['psychiatric' as const] }, 'yes: no, no'],
    ['other ends', { notDischargedTo: ['home' as const] }, 'no'],
  ])('with %s answers otherwise', (_, change, expected) => {
    expect(answerOf('a', { a: index, b: { in: '2020-03-12' } }, { ...theReadmissions(), ...change })).toBe(expected)
  })

  it('with a longer time between transfers joins more', () => {
    const stays = { a: { ...index, to: 'transfer' as const }, b: { in: '2020-03-12', out: '2020-03-13' } }

    expect(answersOf(stays, { ...theReadmissions(), mergeTransfers: { withinDays: 2 } }).map(({ id }) => id)).toEqual([
      'b',
    ])
  })
})
