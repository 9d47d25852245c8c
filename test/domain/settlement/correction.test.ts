import { describe, expect, it } from 'vitest'
import { type Basis, causesBetween } from '#domain/settlement/correction.ts'

const entry = { episode: '06~a', revision: 1, sha256: 'one' }
const basis = (changes: Partial<Basis> = {}): Basis => ({
  entries: [entry],
  rules: ['2.1 abc'],
  upheld: [],
  reviews: ['06~a 1'],
  ...changes,
})

describe('the cause of a correction', () => {
  it.each([
    ['episode-added', basis({ entries: [entry, { ...entry, episode: '06~b' }] })],
    ['episode-removed', basis({ entries: [] })],
    ['episode-changed', basis({ entries: [{ ...entry, sha256: 'other' }] })],
    ['rule-version', basis({ rules: ['2.2 def'] })],
    ['dispute-upheld', basis({ upheld: ['06~a'] })],
    ['review-decided', basis({ reviews: ['06~a 2'] })],
    ['review-decided', basis({ reviews: [] })],
  ])('is %s where that tells the two bases apart', (cause, is) => {
    expect(causesBetween(basis(), is)).toEqual([cause])
  })

  it('is a declaration where the bases are the same', () => {
    expect(causesBetween(basis(), basis())).toEqual(['declaration'])
  })

  it('is not a dispute that the account rested on already', () => {
    const upheld = ['06~a']

    expect(causesBetween(basis({ upheld }), basis({ upheld }))).toEqual(['declaration'])
  })

  it('is each of several', () => {
    const is = basis({ entries: [{ ...entry, sha256: 'other' }], upheld: ['06~a'] })

    expect(causesBetween(basis(), is)).toEqual(['episode-changed', 'dispute-upheld'])
  })

  it('is not that the same decisions are told in another order', () => {
    const reviews = ['06~a 1', '06~b 1']

    expect(causesBetween(basis({ reviews }), basis({ reviews: reviews.toReversed() }))).toEqual(['declaration'])
  })
})
