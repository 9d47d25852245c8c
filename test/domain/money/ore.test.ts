import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, showDecimal } from '#domain/money/decimal.ts'
import { fraction } from '#domain/money/fraction.ts'
import { parseOre, priceOf, showOre } from '#domain/money/ore.ts'
import { runs } from '../../support/runs.ts'

describe('a decimal', () => {
  it.each([
    ['1.3', 13, 10],
    ['2.0', 2, 1],
    ['0.05', 1, 20],
    ['7', 7, 1],
    ['1.10', 11, 10],
    ['007', 7, 1],
  ])('%s is %i/%i exactly', (text, n, d) => {
    expect(parseDecimal(text)).toEqual(fraction(n, d))
  })

  it.each(['', '.5', '5.', '-1', '+1', '1,3', '1e3', ' 1', '1 ', '1.2.3', '½', '١'])('is not %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(new RangeError('A decimal is digits, and a point with digits after it'))
  })

  it('survives being shown and read again', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        const value = fraction(n, 10n ** BigInt(decimals))

        expect(parseDecimal(showDecimal(value, decimals))).toEqual(value)
      }),
      { numRuns: runs(2_000) },
    )
  })
})

describe('showing', () => {
  it.each([
    [7, 3, 4, '2.3333'],
    [2, 3, 4, '0.6667'],
    [5, 1, 2, '5.00'],
    [1, 200, 2, '0.01'],
    [1, 201, 2, '0.00'],
    [-1, 200, 2, '-0.01'],
    [-1, 201, 2, '0.00'],
    [-5, 4, 1, '-1.3'],
    [5, 2, 0, '3'],
    [-5, 2, 0, '-3'],
    [999, 1000, 2, '1.00'],
  ])('%i/%i with %i decimals gives %s', (n, d, decimals, shown) => {
    expect(showDecimal(fraction(n, d), decimals)).toBe(shown)
  })
})

describe('öre', () => {
  it('are read from kronor and shown as kronor', () => {
    expect(parseOre('8200.00')).toBe(820_000n)
    expect(parseOre('8200')).toBe(820_000n)
    expect(parseOre('0.5')).toBe(50n)
    expect(showOre(820_000n)).toBe('8200.00')
    expect(showOre(5n)).toBe('0.05')
    expect(showOre(0n)).toBe('0.00')
    expect(showOre(-150n)).toBe('-1.50')
  })

  it('do not divide', () => {
    expect(() => parseOre('0.005')).toThrow(new RangeError('An amount of money has at most two decimals'))
  })

  it('are the exact product of days and day amount, rounded half up once', () => {
    expect(priceOf(fraction(2, 5), 930_000n)).toBe(372_000n)
    expect(priceOf(fraction(1, 3), 100n)).toBe(33n)
    expect(priceOf(fraction(1, 2), 101n)).toBe(51n)
    expect(priceOf(fraction(7, 3), 820_000n)).toBe(1_913_333n)
  })
})
