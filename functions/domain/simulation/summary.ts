import type { Part } from './attribution.ts'
import type { ComparedUnitMonth } from './compare-unit-month.ts'
import { difference, nothing, plus, type Sum, sumIn } from './figures.ts'

/** A unit's month in which it begins, or ceases, to be liable. */
export type Crossing = Pick<ComparedUnitMonth, 'municipality' | 'district' | 'month'> & {
  readonly crossing: NonNullable<ComparedUnitMonth['crossing']>
}

/** What any number of compared unit months come to. Sums are of those whose amounts are known; the others are counted. */
export type Summary = {
  readonly unitMonths: number
  readonly unknown: number
  readonly was: Sum
  readonly is: Sum
  readonly delta: Sum
  readonly crossings: readonly Crossing[]
  /** The parts of the delta, each parameter once, in the order in which they first appear; they sum to it exactly. */
  readonly attribution: readonly Part[]
}

export const emptySummary: Summary = {
  unitMonths: 0,
  unknown: 0,
  was: nothing,
  is: nothing,
  delta: nothing,
  crossings: [],
  attribution: [],
}

/** A summary with further unit months in it. */
export const addToSummary = (summary: Summary, rows: readonly ComparedUnitMonth[]): Summary =>
  rows.reduce((sum, row) => mergeSummaries(sum, summaryOf(row)), summary)

/** Two summaries of different unit months as one. */
export const mergeSummaries = (a: Summary, b: Summary): Summary => ({
  unitMonths: a.unitMonths + b.unitMonths,
  unknown: a.unknown + b.unknown,
  was: plus(a.was, b.was),
  is: plus(a.is, b.is),
  delta: plus(a.delta, b.delta),
  crossings: [...a.crossings, ...b.crossings],
  attribution: mergeParts([...a.attribution, ...b.attribution]),
})

const summaryOf = ({ municipality, district, month, was, is, crossing, attribution }: ComparedUnitMonth): Summary => {
  const crossings = crossing === undefined ? [] : [{ municipality, district, month, crossing }]
  const [before, after] = [sumIn(was), sumIn(is)]
  if (before === undefined || after === undefined) return { ...emptySummary, unitMonths: 1, unknown: 1, crossings }
  return {
    unitMonths: 1,
    unknown: 0,
    was: before,
    is: after,
    delta: difference(before, after),
    crossings,
    attribution: attribution ?? [],
  }
}

const mergeParts = (parts: readonly Part[]): readonly Part[] => {
  const merged = new Map<string, Part>()
  for (const part of parts) {
    const other = merged.get(part.parameter)
    merged.set(part.parameter, other === undefined ? part : { parameter: part.parameter, ...plus(other, part) })
  }
  return [...merged.values()]
}
