import { describe, expect, it } from 'vitest'
import { answerOf, answersOf, type ToldShort } from '../../support/answers-of-stays.ts'

/** Discharged on 10 March 2020. */
const index: ToldShort = { in: '2020-03-01', out: '2020-03-10 15:00' }

describe('stays that transfers join', () => {
  const first: ToldShort = { in: '2020-03-01', out: '2020-03-10 22:00', to: 'transfer' }

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
