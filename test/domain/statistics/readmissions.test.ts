import { describe, expect, it } from 'vitest'
import { instantOf } from '#domain/calendar/civil-time.ts'
import { personStay } from '#domain/statistics/person-stay.ts'
import { type IndexAnswer, readmissions } from '#domain/statistics/readmissions.ts'
import type { DischargedTo } from '#schemas/episode.ts'
import { theReadmissions } from '../../support/the-definition.ts'

const rule = theReadmissions()

type Told = {
  readonly in: string
  readonly out?: string
  readonly to?: DischargedTo
  readonly planned?: boolean | null
  readonly age?: number | null
  readonly care?: 'somatic' | 'psychiatric'
}

/** Unplanned somatic stays of a person of 80 who goes home, in Swedish time, unless told otherwise. */
const answersOf = (stays: Readonly<Record<string, Told>>, by = rule): readonly IndexAnswer[] =>
  readmissions(
    by,
    Object.entries(stays).map(([id, told]) =>
      personStay(id, {
        careType: told.care ?? 'somatic',
        admission: { at: instantAt(told.in), planned: told.planned === null ? undefined : (told.planned ?? false) },
        discharge: told.out === undefined ? undefined : { at: instantAt(told.out), to: told.to ?? 'home' },
        patient: told.age === null ? {} : { ageAtDischarge: told.age ?? 80 },
      }),
    ),
  )

const instantAt = (written: string): string =>
  instantOf(`${written.replace(' ', 'T')}${written.length === 10 ? 'T10:00' : ''}:00`)

/** Whether a stay is an index stay and what follows within 7 and 30 days: `yes: no, yes`. */
const answerOf = (id: string, stays: Readonly<Record<string, Told>>, by = rule): string | undefined => {
  const answer = answersOf(stays, by).find((one) => one.id === id)
  if (answer === undefined || answer.isIndex === 'no') return answer?.isIndex
  return `${answer.isIndex}: ${answer.readmittedWithin.map((one) => one.answer).join(', ')}`
}

/** Discharged on 10 March 2020. */
const index: Told = { in: '2020-03-01', out: '2020-03-10 15:00' }

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
    const b: Told = { in: '2020-03-12', out: '2020-03-13', to: 'deceased', care: 'psychiatric', age: null }

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

describe('stays that transfers join', () => {
  const first: Told = { in: '2020-03-01', out: '2020-03-10 22:00', to: 'transfer' }

  it.each([
    ['2020-03-10 23:00', ['b yes']],
    ['2020-03-11 23:59', ['b yes']],
    ['2020-03-12 00:00', ['a no', 'b yes']],
  ])('with a next one that begins on %s are %j', (day, expected) => {
    const answers = answersOf({ a: first, b: { in: day, out: '2020-03-20' } })

    expect(answers.map(({ id, isIndex }) => `${id} ${isIndex}`)).toEqual(expected)
  })

  it('begin as the first, planned or not, and end as the last', () => {
    const chain = (planned: boolean | null) => ({
      z: index,
      a: { in: '2020-03-12', out: '2020-03-13', to: 'transfer', planned } as const,
      b: { in: '2020-03-13', out: '2020-03-14', to: 'transfer', planned: true } as const,
      c: { in: '2020-03-15', out: '2020-03-20', planned: planned === false, age: 70 },
      d: { in: '2020-03-27' },
    })

    expect(answersOf(chain(false)).map(({ id }) => id)).toEqual(['z', 'c', 'd'])
    expect(answerOf('z', chain(false))).toBe('yes: yes, yes')
    expect(answerOf('z', chain(true))).toBe('yes: no, yes')
    expect(answerOf('z', chain(null))).toBe('yes: unknown, yes')
    expect(answerOf('c', chain(true))).toBe('yes: yes, yes')
  })

  it('are no readmission of each other', () => {
    expect(answerOf('b', { a: first, b: { in: '2020-03-11', out: '2020-03-12' } })).toBe('yes: no, no')
  })

  it('are no index stay where the last is a transfer that nothing follows', () => {
    expect(answersOf({ a: first, b: { in: '2020-03-11', out: '2020-03-12', to: 'transfer' } })).toEqual([
      { id: 'b', isIndex: 'no' },
    ])
  })

  it('are no index stay while the last goes on, but can be a readmission', () => {
    const stays = { z: { in: '2020-02-20', out: '2020-02-25' }, a: first, b: { in: '2020-03-10 23:00' } }

    expect(answersOf(stays).map(({ id, isIndex }) => [id, isIndex])).toEqual([
      ['z', 'yes'],
      ['b', 'no'],
    ])
    expect(answerOf('z', stays)).toBe('yes: yes, yes')
  })

  it('are in the order of their ids when they begin at one instant', () => {
    const [moved, onward] = [
      { in: '2020-03-10 12:00', out: '2020-03-10 13:00', to: 'transfer' } as const,
      { in: '2020-03-10 12:00', out: '2020-03-12' },
    ]

    expect(answersOf({ a: moved, b: onward }).map(({ id }) => id)).toEqual(['b'])
    expect(answersOf({ b: moved, a: onward }).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('go on in one stay each, the first that is not taken', () => {
    const stays = {
      a: first,
      b: { ...first, in: '2020-03-02' },
      c: { in: '2020-03-10 23:00', out: '2020-03-15' },
      d: { in: '2020-03-11', out: '2020-03-16' },
    }

    expect(answersOf(stays).map(({ id }) => id)).toEqual(['c', 'd'])
    expect(answerOf('c', stays)).toBe('yes: no, no')
  })

  it.each([
    ['that began before it', { in: '2020-03-10 08:00' }, { ...first, in: '2020-03-10 09:00' }, ['b', 'a']],
    ['within it', { in: '2020-03-09', out: '2020-03-09 12:00' }, first, ['a', 'b']],
    ['after a discharge home', { in: '2020-03-10 16:00' }, index, ['a', 'b']],
  ])('are not joined with a stay %s', (_, b, a, expected) => {
    expect(answersOf({ a, b }).map(({ id }) => id)).toEqual(expected)
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
    expect(answerOf('a', { a: index, b: { in: '2020-03-12' } }, { ...rule, ...change })).toBe(expected)
  })

  it('with a longer time between transfers joins more', () => {
    const stays = { a: { ...index, to: 'transfer' as const }, b: { in: '2020-03-12', out: '2020-03-13' } }

    expect(answersOf(stays, { ...rule, mergeTransfers: { withinDays: 2 } }).map(({ id }) => id)).toEqual(['b'])
  })
})
