import type { History, Row } from './history.ts'

/** What everyone sees of a month when the rows of a set are hidden in the revision to be published. */
export type View = History & {
  /** Shown in a revision, or the same as where it is shown: an attacker may take it that such a row has not changed. */
  readonly isKnown: (row: Row, revision: number) => boolean
  /** The atoms that everyone knows to be zero in a row, since they are in the total of all. */
  readonly knownZeros: (row: Row, revision: number) => ReadonlySet<number>
}

/** The view of a history under a choice of hidden rows. */
export const viewOf = (history: History, hidden: ReadonlySet<string>): View => {
  const isHidden = (row: Row, revision: number) =>
    revision === history.now ? hidden.has(row.name) : row.versions[revision]?.wasHidden === true
  const known = new Map(
    history.rows.map((row) => [row, row.versions.map(({ same }) => same.some((revision) => !isHidden(row, revision)))]),
  )
  const isKnown = (row: Row, revision: number) => known.get(row)?.[revision] === true
  const root = history.rows.at(-1)
  const zeros = (root?.versions ?? []).map(({ atoms }, revision) =>
    root !== undefined && isKnown(root, revision) ? atoms.flatMap((atom, at) => (atom === 0 ? [at] : [])) : [],
  )
  const knownZeros = (row: Row, revision: number) =>
    new Set((row.versions[revision]?.same ?? []).flatMap((same) => zeros[same] ?? []))
  return { ...history, isKnown, knownZeros }
}
