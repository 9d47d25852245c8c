import { isLiable, type Liability } from '../liability/liability.ts'
import { add, type Fraction, subtract, zero } from '../money/fraction.ts'
import type { Ore } from '../money/ore.ts'

/** Days and money, both known. */
export type Sum = { readonly days: Fraction; readonly ore: Ore }

/** What a unit owes for a month under all rule versions together; undefined what cannot be known. */
export type Figures = {
  readonly episodes: number
  readonly days: Fraction | undefined
  readonly ore: Ore | undefined
  readonly liable: boolean | undefined
  readonly missing: readonly string[]
}

export const nothing: Sum = { days: zero, ore: 0n }

export const plus = (a: Sum, b: Sum): Sum => ({ days: add(a.days, b.days), ore: a.ore + b.ore })

export const difference = (was: Sum, is: Sum): Sum => ({ days: subtract(is.days, was.days), ore: is.ore - was.ore })

/** The figures of one unit's liabilities taken together. */
export const figuresOf = (liabilities: readonly Liability[]): Figures => ({
  episodes: liabilities.reduce((sum, { settlement }) => sum + settlement.cohort.episodes, 0),
  days: sumOf(
    liabilities.map(({ total }) => total.days),
    add,
    zero,
  ),
  ore: sumOf(
    liabilities.map(({ total }) => total.ore),
    (a, b) => a + b,
    0n,
  ),
  liable: anyOf(liabilities.map(isLiable)),
  missing: [...new Set(liabilities.flatMap(({ missing }) => missing))].sort(),
})

/** Days and money of a unit: nothing where it has no episodes, undefined while either is not known. */
export const sumIn = (figures: Figures | undefined): Sum | undefined => {
  if (figures === undefined) return nothing
  const { days, ore } = figures
  return days === undefined || ore === undefined ? undefined : { days, ore }
}

const sumOf = <Value>(
  parts: readonly (Value | undefined)[],
  plus: (a: Value, b: Value) => Value,
  start: Value,
): Value | undefined => {
  const known = parts.filter((part) => part !== undefined)
  return known.length < parts.length ? undefined : known.reduce(plus, start)
}

/** One yes is enough; without one, a no that is not known keeps the answer open. */
const anyOf = (answers: readonly (boolean | undefined)[]): boolean | undefined => {
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}
