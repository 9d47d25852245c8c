import type { Disclosure } from './disclosure.ts'
import { isUnknownTo, sum } from './exchange.ts'
import type { Row } from './history.ts'
import type { View } from './view.ts'

/** The row to hide next against a disclosure: the smallest that helps, else the total above; undefined where nothing does. */
export const nextToHide = (
  { row, attacker, lacks }: Disclosure,
  view: View,
  hidden: ReadonlySet<string>,
): string | undefined => {
  const now = (one: Row) => one.versions[view.now]
  const topOf = (one: Row) => one.above.find((total) => view.isKnown(total, view.now))
  const isBelow = (one: Row, total: Row) => one === total || one.above.includes(total)
  // What is the same as where it was shown would be known all the same.
  const canBeUnknown = (one: Row) =>
    !hidden.has(one.name) && sum(now(one)?.atoms ?? []) > 0 && now(one)?.same.length === 1

  const isUnknownAlone = (leaf: Row) => !view.isKnown(leaf, view.now) && now(leaf)?.same.length === 1
  const helps = (leaf: Row): boolean => {
    if (!isUnknownTo(attacker, leaf) || !(canBeUnknown(leaf) || isUnknownAlone(leaf))) return false
    if (lacks.kind !== 'more') return lacks.kind === 'part' && isBelow(leaf, row)
    return lacks.atoms.length === 0
      ? !isBelow(leaf, row)
      : lacks.atoms.some((atom) => (now(leaf)?.atoms[atom] ?? 0) > 1)
  }
  const leaves = view.rows.filter(({ isLeaf }) => isLeaf).filter(helps)
  const top = topOf(row)
  const [smallest] = view.rows
    .filter((one) => topOf(one) === top && canBeUnknown(one) && leaves.some((leaf) => isBelow(leaf, one)))
    .toSorted(
      (one, other) => sum(now(one)?.atoms ?? []) - sum(now(other)?.atoms ?? []) || (one.name < other.name ? -1 : 1),
    )
  if (smallest !== undefined) return smallest.name
  return top === undefined || hidden.has(top.name) ? undefined : top.name
}
