/** An exact number `n/d` in lowest terms, `d` above zero. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b))

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** The fraction n/d in lowest terms; throws a RangeError when d is zero. */
export const fraction = (n: bigint | number, d: bigint | number = 1n): Fraction => {
  const [numerator, denominator] = [BigInt(n), BigInt(d)]
  if (denominator === 0n) throw new RangeError('A fraction needs a denominator other than zero')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(magnitude(numerator), magnitude(denominator))
  return { n: (sign * numerator) / divisor, d: (sign * denominator) / divisor }
}

export const zero = fraction(0)

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)

export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)

export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)

export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)

/** Below zero, zero or above zero, as a is less than, equal to or more than b. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest whole number; a half goes away from zero. */
export const roundHalfUp = ({ n, d }: Fraction): bigint => {
  const rounded = (2n * magnitude(n) + d) / (2n * d)
  return n < 0n ? -rounded : rounded
}

/** The nearest number with so many decimals, half up. */
export const roundTo = (value: Fraction, decimals: number): Fraction => {
  const scale = 10n ** BigInt(decimals)
  return fraction(roundHalfUp(multiply(value, fraction(scale))), scale)
}

/** The exact form that steps show: `7` or `7/3`. */
export const exactly = ({ n, d }: Fraction): string => (d === 1n ? `${n}` : `${n}/${d}`)

/** The fraction that {@link exactly} writes; throws a SyntaxError or RangeError on anything else. */
export const parseExact = (written: string): Fraction => {
  const [n = '', d = '1'] = written.split('/')
  return fraction(BigInt(n), BigInt(d))
}
