import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLuhnCheckDigit } from '#domain/episode/check-digit.ts'
import { runs } from '../../support/runs.ts'
import { aTestNumber } from '../../support/test-numbers.ts'

describe('a number with a check digit', () => {
  // 2×4 + 9 + 2×1 + 0 + 2×0 + 2 + (1 + 8) + 8 + 2×0 + 2 = 40
  it.each(['4910029802', '0', '00', '18', '26', '79927398713'])('%s checks', (number) => {
    expect(hasLuhnCheckDigit(number)).toBe(true)
  })

  it.each(['4910029803', '1', '10', '81', '79927398710'])('%s does not check', (number) => {
    expect(hasLuhnCheckDigit(number)).toBe(false)
  })

  // A counts as 65, and twice as 130; Z as 90, and twice as 180.
  it.each([
    ['A6', 1 + 3 + 0 + 6],
    ['Z1', 1 + 8 + 0 + 1],
    ['A09', 6 + 5 + 0 + 9],
    ['AA5', 6 + 5 + (1 + 3 + 0) + 5],
  ])('%s has letters that count as their codes: %i', (number, sum) => {
    expect(sum % 10).toBe(0)
    expect(hasLuhnCheckDigit(number)).toBe(true)
  })

  it('never checks with another digit in the place of one', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const number = aTestNumber('19491002', '239').slice(2)
        const changed = `${number.slice(0, at)}${(Number(number[at]) + more) % 10}${number.slice(at + 1)}`

        expect(hasLuhnCheckDigit(changed)).toBe(false)
      }),
      { numRuns: runs(1_000) },
    )
  })
})
