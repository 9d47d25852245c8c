import type { EarlierPattern, ProtectedNode } from './protected-node.ts'

/** A row through the revisions of its month, by their position; the last is the one to be published. */
export type Row = {
  readonly name: string
  /** The totals that it is part of, the nearest first. */
  readonly above: readonly Row[]
  readonly isLeaf: boolean
  /** The groups that know it exactly. */
  readonly knownTo: ReadonlySet<string>
  readonly versions: readonly Version[]
}

/** A row in one revision, and the revisions in which it has the same atoms. */
export type Version = {
  readonly atoms: readonly number[]
  readonly wasHidden: boolean
  readonly same: readonly number[]
}

/** The rows of a month, the deepest first and then by name, and the position of the revision to be published. */
export type History = { readonly rows: readonly Row[]; readonly now: number }

/** The rows of a tree through its earlier revisions, oldest first; throws where the sums do not add up. */
export const historyOf = (root: ProtectedNode, earlier: readonly EarlierPattern[]): History => {
  const rows = rowsOf(root, [], new Set(), earlier)
  const names = new Set(rows.map(({ name }) => name))
  if (names.size < rows.length) throw new Error('Two rows have the same name')
  return { rows: rows.toSorted(deepestFirst), now: earlier.length }
}

const rowsOf = (
  { name, group, atoms, children }: ProtectedNode,
  above: readonly Row[],
  knownAbove: ReadonlySet<string>,
  earlier: readonly EarlierPattern[],
): readonly Row[] => {
  const isLeaf = children.length === 0
  if (!isLeaf && !atoms.every((atom, at) => atom === sumAt(children, at))) {
    throw new Error(`The rows of ${name} do not add up to it`)
  }
  const knownTo = group === undefined ? knownAbove : new Set([...knownAbove, group])
  const row = { name, above, isLeaf, knownTo, versions: versionsOf(name, atoms, earlier) }
  return [row, ...children.flatMap((child) => rowsOf(child, [row, ...above], knownTo, earlier))]
}

const versionsOf = (name: string, atoms: readonly number[], earlier: readonly EarlierPattern[]): readonly Version[] => {
  const shownZero = { hidden: false, atoms: atoms.map(() => 0) }
  const all = [...earlier.map((pattern) => pattern.get(name) ?? shownZero), { hidden: false, atoms }]
  return all.map((one) => ({
    atoms: one.atoms,
    wasHidden: one.hidden,
    same: all.flatMap((other, at) => (other.atoms.every((atom, index) => atom === one.atoms[index]) ? [at] : [])),
  }))
}

const sumAt = (nodes: readonly ProtectedNode[], at: number): number =>
  nodes.reduce((sum, { atoms }) => sum + (atoms[at] ?? 0), 0)

const deepestFirst = (one: Row, other: Row): number =>
  other.above.length - one.above.length || (one.name < other.name ? -1 : 1)
