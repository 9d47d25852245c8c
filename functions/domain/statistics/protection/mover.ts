import type { Row } from './history.ts'
import type { View } from './view.ts'

/**
 * A hidden leaf with a run of revisions in all of which it could have as much more, or as much less, of each atom without any
 * version of it changing alone. What it has more another must have less, within the totals that hold it.
 */
export type Mover = {
  readonly leaf: Row
  readonly revisions: readonly number[]
  /** For each of its revisions, the nearest total that must stay as it is; absent where none must. */
  readonly held: readonly (Row | undefined)[]
  /** The totals that hold it, each with its revision: movers with the same can exchange. Empty where nothing holds it. */
  readonly within: readonly string[]
  /** How much of each atom it can give in every one of its revisions. */
  readonly gives: readonly number[]
}

/** Every way in which a leaf can move. */
export const moversOf = (leaf: Row, view: View): readonly Mover[] =>
  runsUpTo(view.now)
    .filter((run) => isFree(leaf, run, view))
    .map((revisions) => {
      const held = heldBy(leaf, revisions, view)
      const within = revisions.flatMap((revision) => placeIn(revision, { revisions, held }) ?? [])
      return { leaf, revisions, held, within, gives: givenBy(leaf, revisions) }
    })

/** What holds a mover in a revision, as it stands in `within`; undefined where nothing does. */
export const placeIn = (revision: number, mover: Pick<Mover, 'revisions' | 'held'> | undefined): string | undefined => {
  const total = mover?.held[mover.revisions.indexOf(revision)]
  return total && `${revision} ${total.name}`
}

/** Whether a row is moved by a mover in a revision: the leaf itself, or a total below what holds it. */
export const isMoved = (row: Row, revision: number, { leaf, revisions, held }: Mover): boolean => {
  const at = revisions.indexOf(revision)
  if (at === -1) return false
  if (row === leaf) return true
  const place = leaf.above.indexOf(row)
  const top = held[at]
  return place !== -1 && (top === undefined || place < leaf.above.indexOf(top))
}

const runsUpTo = (now: number): readonly (readonly number[])[] =>
  Array.from({ length: now + 1 }, (_, from) => from).flatMap((from) =>
    Array.from({ length: now + 1 - from }, (_, more) => Array.from({ length: more + 1 }, (_, step) => from + step)),
  )

const isFree = (leaf: Row, run: readonly number[], view: View): boolean =>
  run.every(
    (revision) =>
      !view.isKnown(leaf, revision) && leaf.versions[revision]?.same.every((same) => run.includes(same)) === true,
  )

/** A total must stay where it is known, where it is the same as outside the run, and where one below it must stay. */
const heldBy = (leaf: Row, run: readonly number[], view: View): readonly (Row | undefined)[] => {
  const tops = new Map<number, Row>()
  for (const total of leaf.above) {
    const stays = (revision: number) => view.isKnown(total, revision) || !run.includes(revision) || tops.has(revision)
    const staying = run.filter((revision) => total.versions[revision]?.same.some(stays))
    for (const revision of staying) if (!tops.has(revision)) tops.set(revision, total)
  }
  return run.map((revision) => tops.get(revision))
}

/**
 * A leaf that is the same throughout gives all but one of each atom; another, the same number of each atom that it has. So it
 * stays other than zero, an atom that is at most another stays so, and atoms that are zero together stay together.
 */
const givenBy = (leaf: Row, run: readonly number[]): readonly number[] => {
  const all = run.map((revision) => leaf.versions[revision]?.atoms ?? [])
  const [first = []] = all
  if (all.every((atoms) => atoms.every((atom, at) => atom === first[at]))) {
    return first.map((atom) => Math.max(atom - 1, 0))
  }
  const haveTheSame = all.every((atoms) => atoms.every((atom, at) => atom > 0 === (first[at] ?? 0) > 0))
  if (!haveTheSame) return first.map(() => 0)
  const least = Math.min(...all.flat().filter((atom) => atom > 0)) - 1
  return first.map((atom) => (atom > 0 ? least : 0))
}
