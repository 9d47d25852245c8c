import type { Row } from './history.ts'
import { type Mover, moversOf } from './mover.ts'
import type { View } from './view.ts'

/** Who reads what is published: a group that knows its own rows, or an outsider. */
export type Attacker = string | undefined

/** Movers that can exchange atoms with each other, since the same totals hold them. */
export type Pool = {
  /** What holds them; where it is empty each can have any number more. */
  readonly within: readonly string[]
  /** A leaf may be among them in several ways. */
  readonly movers: readonly Mover[]
  /** Each leaf in the way in which it gives most. */
  readonly members: readonly Mover[]
  /** How many leaves an attacker does not know, and what they can give together of each atom. */
  readonly unknownTo: (attacker: Attacker) => Share
}
type Share = { readonly count: number; readonly gives: readonly number[] }

/** The pools of the hidden leaves of a view. */
export const poolsOf = (view: View): readonly Pool[] => {
  const movers = view.rows.filter(({ isLeaf }) => isLeaf).flatMap((leaf) => moversOf(leaf, view))
  return [...Map.groupBy(movers, ({ within }) => within.join('\n')).values()].map(poolOf)
}

/** Of the ways in which each leaf can move, the one in which it gives most; where two do, the one with fewer revisions. */
export const bestOfEach = (movers: readonly Mover[]): readonly Mover[] =>
  [...Map.groupBy(movers, ({ leaf }) => leaf).values()].map((ways) => ways.reduce(better))

const better = (one: Mover, other: Mover): Mover =>
  (sum(other.gives) - sum(one.gives) || one.revisions.length - other.revisions.length) > 0 ? other : one

const poolOf = (movers: readonly Mover[]): Pool => {
  const members = bestOfEach(movers)
  const all = shareOf(members)
  const groups = new Set(members.flatMap(({ leaf }) => [...leaf.knownTo]))
  const without = new Map(
    [...groups].map((group) => [group, shareOf(members.filter(({ leaf }) => !leaf.knownTo.has(group)))]),
  )
  return {
    within: movers[0]?.within ?? [],
    movers,
    members,
    unknownTo: (attacker) => (attacker === undefined ? all : (without.get(attacker) ?? all)),
  }
}

const shareOf = (members: readonly Mover[]): Share => ({
  count: members.length,
  gives: (members[0]?.gives ?? []).map((_, atom) => givenTogether(members, atom)),
})

/** How much of an atom movers can give together. */
export const givenTogether = (movers: readonly Mover[], atom: number): number =>
  movers.reduce((total, { gives }) => total + (gives[atom] ?? 0), 0)

/** All of a row's atoms together. */
export const sum = (atoms: readonly number[]): number => atoms.reduce((total, atom) => total + atom, 0)

/** Whether a row is unknown to an attacker who knows its own rows beside what everyone knows. */
export const isUnknownTo = (attacker: Attacker, row: Row): boolean =>
  attacker === undefined || !row.knownTo.has(attacker)
