import { describe, expect, it } from 'vitest'
import { type Basis, causesBetween } from '#domain/settlement/correction.ts'

const aBasis = (changes: Partial<Basis> = {}): Basis => ({
  entries: [{ episode: '24~a', revision: 1, sha256: 'one' }],
  rules: ['1.1 bytes'],
  reviews: ['24~a 1'],
  ...changes,
})

describe('the causes of a correction', () => {
  it.each([
    ['a later decision of the group', { reviews: ['24~a 2'] }, ['review-decided']],
    ['the first decision of the group', { reviews: ['24~a 1', '24~b 1'] }, ['review-decided']],
    ['a decision that no longer counts', { reviews: [] }, ['review-decided']],
    [
      'a changed episode and the decision on it',
      { entries: [{ episode: '24~a', revision: 2, sha256: 'two' }], reviews: ['24~a 2'] },
      ['episode-changed', 'review-decided'],
    ],
    ['nothing of what it rests on', {}, ['declaration']],
  ] as const)('are %s', (_, changes, causes) => {
    expect(causesBetween(aBasis(), aBasis(changes))).toEqual(causes)
  })

  it('are not that the same decisions are told in another order', () => {
    const two = ['24~a 1', '24~b 1']

    expect(causesBetween(aBasis({ reviews: two }), aBasis({ reviews: two.toReversed() }))).toEqual(['declaration'])
  })
})
