import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  exactly,
  type Fraction,
  fraction,
  multiply,
  roundHalfUp,
  roundTo,
  subtract,
  zero,
} from '#domain/money/fraction.ts'
import { runs } from '../../support/runs.ts'

const big = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const number = fc.tuple(big, fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => fraction(n, d))
const always = (property: fc.IProperty<[Fraction, Fraction, Fraction]>) => fc.assert(property, { numRuns: runs(2_000) })
const magnitude = ({ n, d }: Fraction): Fraction => fraction(n < 0n ? -n : n, d)

describe('a fraction', () => {
  it('is kept in lowest terms over a positive denominator', () => {
    expect(fraction(6, 4)).toEqual({ n: 3n, d: 2n })
    expect(fraction(6, -4)).toEqual({ n: -3n, d: 2n })
    expect(fraction(-6, -4)).toEqual({ n: 3n, d: 2n })
    expect(fraction(0, -7)).toEqual({ n: 0n, d: 1n })
    expect(fraction(5)).toEqual({ n: 5n, d: 1n })
    expect(zero).toEqual({ n: 0n, d: 1n })
  })

  it('needs a denominator, and division something to divide by', () => {
    expect(() => fraction(1, 0)).toThrow(new RangeError('A fraction needs a denominator other than zero'))
    expect(() => divide(fraction(1), zero)).toThrow(RangeError)
  })

  it('shows its exact value', () => {
    expect(exactly(fraction(14, 6))).toBe('7/3')
    expect(exactly(fraction(14, 2))).toBe('7')
    expect(exactly(fraction(-1, 2))).toBe('-1/2')
  })

  it('keeps thirds: three thirds are one', () => {
    const third = divide(fraction(1), fraction(3))

    expect(add(add(third, third), third)).toEqual(fraction(1))
  })
})

describe('fractions', () => {
  it('form a field: sums and products commute, associate and distribute', () => {
    always(
      fc.property(number, number, number, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(multiply(a, b)).toEqual(multiply(b, a))
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)))
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      }),
    )
  })

  it('have inverses: subtraction undoes addition, division multiplication', () => {
    always(
      fc.property(number, number, number, (a, b, _c) => {
        expect(subtract(add(a, b), b)).toEqual(a)
        expect(add(a, zero)).toEqual(a)
        expect(multiply(a, fraction(1))).toEqual(a)
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a)
      }),
    )
  })

  it('compare as less, equal or more', () => {
    expect(compare(fraction(1, 3), fraction(1, 2))).toBeLessThan(0)
    expect(compare(fraction(2, 6), fraction(1, 3))).toBe(0)
    expect(compare(fraction(1, 2), fraction(1, 3))).toBeGreaterThan(0)
  })

  it('compare as their differences do, whatever is added to both', () => {
    always(
      fc.property(number, number, number, (a, b, c) => {
        const order = compare(a, b)

        expect(Math.sign(order)).toBe(Math.sign(Number(subtract(a, b).n)))
        expect(compare(b, a)).toBe(order === 0 ? 0 : -order)
        expect(compare(add(a, c), add(b, c))).toBe(order)
      }),
    )
  })
})

describe('rounding', () => {
  it.each([
    [1, 2, 1n],
    [-1, 2, -1n],
    [3, 2, 2n],
    [-3, 2, -2n],
    [49, 100, 0n],
    [-49, 100, 0n],
    [51, 100, 1n],
    [7, 1, 7n],
  ])('%i/%i gives %s: a half goes away from zero', (n, d, rounded) => {
    expect(roundHalfUp(fraction(n, d))).toBe(rounded)
  })

  it('to decimals keeps so many', () => {
    expect(roundTo(fraction(16, 3), 2)).toEqual(fraction(533, 100))
    expect(roundTo(fraction(5, 1000), 2)).toEqual(fraction(1, 100))
    expect(roundTo(fraction(7, 2), 0)).toEqual(fraction(4))
  })

  it('is never wrong by more than half a unit, and changes nothing twice', () => {
    always(
      fc.property(number, number, number, (a, _b, _c) => {
        for (const decimals of [0, 2, 4]) {
          const rounded = roundTo(a, decimals)
          const error = magnitude(subtract(a, rounded))

          expect(compare(error, fraction(1n, 2n * 10n ** BigInt(decimals)))).toBeLessThanOrEqual(0)
          expect(roundTo(rounded, decimals)).toEqual(rounded)
        }
      }),
    )
  })

  it('keeps the order of numbers', () => {
    always(
      fc.property(number, number, number, (a, b, _c) => {
        const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a]

        expect(roundHalfUp(low) <= roundHalfUp(high)).toBe(true)
      }),
    )
  })
})
