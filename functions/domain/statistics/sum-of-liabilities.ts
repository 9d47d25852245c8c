import { showDecimal } from '../money/decimal.ts'
import { add, type Fraction, fraction, zero } from '../money/fraction.ts'
import type { LiabilityFigures } from './figure-row.ts'

/** Days and amounts of several liabilities together, each null where that of any is; undefined where there are none. */
export const sumOfLiabilities = (all: readonly LiabilityFigures[]): LiabilityFigures | undefined =>
  all.length === 0
    ? undefined
    : {
        freeDays: null,
        mean: null,
        n: null,
        liable: null,
        days: sumOf(all.map(({ days }) => days)),
        amount: sumOf(all.map(({ amount }) => amount)),
        correctedDays: sumOfSome(all.map(({ correctedDays }) => correctedDays)),
        correctedAmount: sumOfSome(all.map(({ correctedAmount }) => correctedAmount)),
        status: all.every(({ status }) => status === 'final') ? 'final' : 'preliminary',
        billing: null,
        review: null,
      }

const sumOf = (shown: readonly (string | null)[]): string | null => {
  const known = shown.filter((each) => each !== null)
  return known.length < shown.length ? null : showDecimal(known.map(signed).reduce(add, zero), 2)
}

/** An open month has no corrections: those that there are sum. */
const sumOfSome = (shown: readonly (string | null)[]): string | null => {
  const known = shown.filter((each) => each !== null)
  return known.length === 0 ? null : sumOf(known)
}

/** The value of what is shown with two decimals, below zero too. */
const signed = (shown: string): Fraction => fraction(BigInt(shown.replace('.', '')), 100)
