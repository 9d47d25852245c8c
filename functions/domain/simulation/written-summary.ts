import { exactly, type Fraction, fraction } from '../money/fraction.ts'
import type { Part } from './attribution.ts'
import type { Sum } from './figures.ts'
import type { Crossing, Summary } from './summary.ts'

/** Exact days as `n` or `n/d`, and whole öre, as text that JSON can hold. */
export type WrittenSum = { readonly days: string; readonly ore: string }

/** A summary that JSON can hold without losing anything. */
export type WrittenSummary = {
  readonly unitMonths: number
  readonly unknown: number
  readonly was: WrittenSum
  readonly is: WrittenSum
  readonly delta: WrittenSum
  readonly crossings: readonly Crossing[]
  readonly attribution: readonly (WrittenSum & { readonly parameter: string })[]
}

export const writeSummary = (summary: Summary): WrittenSummary => ({
  ...summary,
  was: writeSum(summary.was),
  is: writeSum(summary.is),
  delta: writeSum(summary.delta),
  attribution: summary.attribution.map(({ parameter, ...sum }) => ({ parameter, ...writeSum(sum) })),
})

/** The summary that was written; throws a SyntaxError or RangeError where a sum is none. */
export const readSummary = (written: WrittenSummary): Summary => ({
  ...written,
  was: readSum(written.was),
  is: readSum(written.is),
  delta: readSum(written.delta),
  attribution: written.attribution.map(({ parameter, ...sum }): Part => ({ parameter, ...readSum(sum) })),
})

const writeSum = ({ days, ore }: Sum): WrittenSum => ({ days: exactly(days), ore: `${ore}` })

const readSum = ({ days, ore }: WrittenSum): Sum => ({ days: readFraction(days), ore: BigInt(ore) })

const readFraction = (written: string): Fraction => {
  const [n = '', d = '1'] = written.split('/')
  return fraction(BigInt(n), BigInt(d))
}
