import { parseDecimal, showDecimal } from './decimal.ts'
import { type Fraction, fraction, multiply, roundHalfUp } from './fraction.ts'

/** An amount of Swedish money in whole öre, hundredths of a krona. */
export type Ore = bigint

/** The öre of an amount in kronor such as `8200.00`; throws a RangeError when it holds parts of an öre. */
export const parseOre = (kronor: string): Ore => {
  const { n, d } = multiply(parseDecimal(kronor), fraction(100))
  if (d !== 1n) throw new RangeError('An amount of money has at most two decimals')
  return n
}

/** Kronor with two decimals. */
export const showOre = (ore: Ore): string => showDecimal(fraction(ore, 100), 2)

/** What a number of days costs, rounded half up to the öre. */
export const priceOf = (days: Fraction, dayAmountOre: Ore): Ore => roundHalfUp(multiply(days, fraction(dayAmountOre)))
