import { difference, type Sum } from './figures.ts'

/** The part of a difference that one change makes; several joined by ` + ` where what lies between them is not known. */
export type Part = Sum & { readonly parameter: string }

/**
 * The parts that a chain of changes makes of the difference between its ends; they sum to it exactly, and parts of
 * nothing are left out. Undefined while the first or the last is not known.
 */
export const attributionOf = (
  first: Sum | undefined,
  steps: readonly { readonly parameter: string; readonly sum: Sum | undefined }[],
): readonly Part[] | undefined => {
  if (first === undefined || (steps.length > 0 && steps.at(-1)?.sum === undefined)) return undefined
  const parts: Part[] = []
  let before = first
  let names: readonly string[] = []
  for (const { parameter, sum } of steps) {
    names = [...names, parameter]
    if (sum === undefined) continue
    parts.push({ parameter: names.join(' + '), ...difference(before, sum) })
    before = sum
    names = []
  }
  return parts.filter(({ days, ore }) => days.n !== 0n || ore !== 0n)
}
