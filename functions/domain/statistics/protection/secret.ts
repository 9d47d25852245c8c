import { type Attacker, isUnknownTo } from './exchange.ts'
import type { Row } from './history.ts'
import type { View } from './view.ts'

/** The leaves that a row is the sum of, itself where it is one. */
export const partsOf = (row: Row, view: View): readonly Row[] =>
  view.rows.filter((leaf) => leaf.isLeaf && (leaf === row || leaf.above.includes(row)))

/**
 * Whether there is something in a hidden row that an attacker has not got already. A group has its own rows. It also has a total
 * all of whose other parts are shown, or unchanged since it had the total: it learns nothing of others by adding its own.
 */
export const isSecret = (
  row: Row,
  parts: readonly Row[],
  revision: number,
  attacker: Attacker,
  view: View,
): boolean => {
  if (attacker === undefined) return true
  if (!isUnknownTo(attacker, row)) return false
  const has = (leaf: Row, at: number) => view.isKnown(leaf, at) || !isUnknownTo(attacker, leaf)
  const open = parts.filter((leaf) => !has(leaf, revision))
  if (open.length === 0) return false
  return !row.versions.some(
    (_, before) =>
      view.isKnown(row, before) &&
      parts.every((leaf) =>
        open.includes(leaf) ? leaf.versions[before]?.same.includes(revision) === true : has(leaf, before),
      ),
  )
}
