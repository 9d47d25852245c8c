import { type Attacker, isUnknownTo, type Pool, poolsOf } from './exchange.ts'
import type { Row } from './history.ts'
import { placeIn } from './mover.ts'
import { isSecret, partsOf } from './secret.ts'
import { exchanged, isGivenWithin, isUncertain, type Move, movesIn, shortWithin, type Target } from './uncertainty.ts'
import type { View } from './view.ts'

/** A hidden row that an attacker may know too closely, and what it lacks. */
export type Disclosure = {
  readonly row: Row
  readonly attacker: Attacker
  /**
   * `part`: something below it that is unknown in the last revision alone. `more`: others to exchange with in the last revision
   * alone, of some atoms or, where none are named, at all. `less`: only less to be shown of the totals above helps.
   */
  readonly lacks: { readonly kind: 'part' | 'less' } | { readonly kind: 'more'; readonly atoms: readonly number[] }
}

/** The first hidden row that is not sure to be uncertain by the threshold; undefined where all are. The deepest come first. */
export const firstDisclosure = (view: View, threshold: number): Disclosure | undefined => {
  const pools = poolsOf(view)
  const attackers = [undefined, ...[...new Set(view.rows.flatMap(({ knownTo }) => [...knownTo]))].toSorted()]
  for (const row of view.rows) {
    for (const revision of row.versions.keys()) {
      if (view.isKnown(row, revision)) continue
      const found = disclosureOf(row, revision, view, pools, attackers, threshold)
      if (found !== undefined) return found
    }
  }
  return undefined
}

const disclosureOf = (
  row: Row,
  revision: number,
  view: View,
  pools: readonly Pool[],
  attackers: readonly Attacker[],
  threshold: number,
): Disclosure | undefined => {
  const zeros = view.knownZeros(row, revision)
  const atoms = [...(row.versions[revision]?.atoms.keys() ?? [])].filter((atom) => !zeros.has(atom))
  const moves = pools.flatMap((pool) => movesIn(pool, row, revision))
  const parts = partsOf(row, view)
  for (const attacker of attackers) {
    if (!isSecret(row, parts, revision, attacker, view)) continue
    const target = { row, attacker, atoms, threshold }
    const own = moves.filter(({ movers }) => movers.some(({ leaf }) => isUnknownTo(attacker, leaf)))
    if (own.some((move) => isUncertain(target, move, pools))) continue
    return { row, attacker, lacks: lacking(target, own, view, pools) }
  }
  return undefined
}

/** In the last revision more can be hidden; it helps where nothing is lacking within the totals of the others. */
const lacking = (
  target: Target,
  moves: readonly Move[],
  { now }: View,
  pools: readonly Pool[],
): Disclosure['lacks'] => {
  for (const move of moves) {
    const place = placeIn(now, move.movers[0])
    if (place === undefined) continue
    const others = move.pool.within.filter((other) => other !== place)
    if (others.length === 0) return { kind: 'more', atoms: exchanged(target, move).short }
    const pool = pools.find(({ within }) => within.length === 1 && within[0] === place)
    if (isGivenWithin(others, target, pools)) return { kind: 'more', atoms: shortWithin(pool, target) }
  }
  return { kind: target.row.isLeaf || moves.length > 0 ? 'less' : 'part' }
}
