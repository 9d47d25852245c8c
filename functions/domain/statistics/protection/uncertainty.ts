import { type Attacker, bestOfEach, givenTogether, isUnknownTo, type Pool } from './exchange.ts'
import type { Row } from './history.ts'
import { isMoved, type Mover } from './mover.ts'

/** A pool some of whose movers move a row: one for each leaf that can. */
export type Move = { readonly pool: Pool; readonly movers: readonly Mover[] }

/** A row that must be uncertain to an attacker by a threshold, in the atoms in which it is not known to be zero. */
export type Target = {
  readonly row: Row
  readonly attacker: Attacker
  readonly atoms: readonly number[]
  readonly threshold: number
}

/** How a row is moved within a pool in a revision; none where nothing in the pool moves it. */
export const movesIn = (pool: Pool, row: Row, revision: number): readonly Move[] => {
  const moving = pool.movers.filter((mover) => isMoved(row, revision, mover))
  return moving.length === 0 ? [] : [{ pool, movers: bestOfEach(moving) }]
}

/** Whether a row is uncertain enough by one of its moves, in any of three ways. */
export const isUncertain = (target: Target, move: Move, pools: readonly Pool[]): boolean =>
  exchanged(target, move).isEnough || isGivenWithin(move.pool.within, target, pools) || isGivenAway(target, move, pools)

/**
 * Whether exchange within a pool makes a row uncertain enough, and of which atoms there is too little.
 *
 * All in the pool that do not move the row can give what they have to one that does; and all that do, to one that does not.
 * Both are possible tables, and between them the row differs by what all give together. Where no total holds the pool, one that
 * moves the row can have any number more.
 */
export const exchanged = (
  { attacker, atoms, threshold }: Target,
  { pool, movers }: Move,
): { readonly isEnough: boolean; readonly short: readonly number[] } => {
  const inside = movers.filter(({ leaf }) => isUnknownTo(attacker, leaf))
  if (pool.within.length === 0) return { isEnough: inside.length > 0, short: [] }
  const usual = pool.members.filter((member) => inside.some(({ leaf }) => leaf === member.leaf))
  const { count, gives } = pool.unknownTo(attacker)
  const short = atoms.filter(
    (atom) => (gives[atom] ?? 0) + givenTogether(inside, atom) - givenTogether(usual, atom) < threshold,
  )
  return { isEnough: inside.length > 0 && count > inside.length && short.length === 0, short }
}

/**
 * Whether others can give a row the threshold of each atom within some totals, some of them within one, some within another: what
 * it has more in several revisions may come from one row in the first and from another in the second.
 */
export const isGivenWithin = (within: readonly string[], target: Target, pools: readonly Pool[]): boolean => {
  const [first] = within
  if (first === undefined) return true
  return pools.some(
    (pool) =>
      pool.within.includes(first) &&
      pool.within.every((place) => within.includes(place)) &&
      shortWithin(pool, target).length === 0 &&
      isGivenWithin(
        within.filter((place) => !pool.within.includes(place)),
        target,
        pools,
      ),
  )
}

/**
 * Whether a row can give the threshold of each atom to one that is held in further revisions, where others have as much
 * less: the row is then less by the threshold.
 */
const isGivenAway = (target: Target, { pool, movers }: Move, pools: readonly Pool[]): boolean => {
  const inside = movers.filter(({ leaf }) => isUnknownTo(target.attacker, leaf))
  if (target.atoms.some((atom) => givenTogether(inside, atom) < target.threshold)) return false
  return pools.some(
    (other) =>
      other.within.length > pool.within.length &&
      pool.within.every((place) => other.within.includes(place)) &&
      othersIn(other, target).length > 0 &&
      isGivenWithin(
        other.within.filter((place) => !pool.within.includes(place)),
        target,
        pools,
      ),
  )
}

/** The atoms of which others in a pool cannot give a row the threshold. */
export const shortWithin = (pool: Pool | undefined, target: Target): readonly number[] => {
  const others = pool === undefined ? [] : othersIn(pool, target)
  return target.atoms.filter((atom) => givenTogether(others, atom) < target.threshold)
}

const othersIn = ({ members }: Pool, { row, attacker }: Target): readonly Mover[] =>
  members.filter(({ leaf }) => leaf !== row && !leaf.above.includes(row) && isUnknownTo(attacker, leaf))
