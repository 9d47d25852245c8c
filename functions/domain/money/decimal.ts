import { type Fraction, fraction, roundHalfUp } from './fraction.ts'

/** The exact value of a decimal such as `1.3`; throws a RangeError on anything else. */
export const parseDecimal = (text: string): Fraction => {
  const match = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text)
  if (match === null) throw new RangeError('A decimal is digits, and a point with digits after it')
  const [, whole = '', decimals = ''] = match
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

/** A value shown with so many decimals, half up: for people, never for further arithmetic. */
export const showDecimal = (value: Fraction, decimals: number): string => {
  const scaled = roundHalfUp({ n: value.n * 10n ** BigInt(decimals), d: value.d })
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(decimals + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
