import type { Catalog } from '../agreement/catalog.ts'
import type { DecidedEpisode } from '../liability/cohort.ts'
import { type Liability, liabilityUnder } from '../liability/liability.ts'
import type { Owed } from '../liability/settle.ts'
import { compare, subtract, zero } from '../money/fraction.ts'
import { type Adjustment, adjusted } from './adjustment.ts'
import { disputeUpheld } from './dispute-upheld.ts'

/** A liability with all that is needed to compute it again. */
export type Computed = { readonly liability: Liability; readonly catalog: Catalog }

/** What a month comes to with contested episodes and without them, and what is held for as long as they are contested. */
export type Contested = { readonly with: Owed; readonly without: Owed; readonly held: Owed }

/** True when an episode, as `region~id`, has its part in what a liability comes to. */
export const counts = ({ episodes }: Liability, episode: string): boolean =>
  episodes.some((each) => nameOf(each) === episode && isCounted(each))

/**
 * The month computed whole with the episodes, and whole once more with them left out: in a mean no episode has days of its
 * own. What is held is the difference, and nothing where the month would come to more without them.
 */
export const contested = ({ liability, catalog }: Computed, episodes: readonly string[]): Contested => {
  const { key, total } = liability
  if (key.rule === undefined) return { with: total, without: total, held: UNKNOWN }
  const leftOut = episodes.map(
    (episode): Adjustment => ({ kind: 'left-out', episode, leftOut: 'always', reason: disputeUpheld }),
  )
  const without = liabilityUnder(key.rule, key, adjusted(liability.episodes, leftOut), catalog).total
  return { with: total, without, held: heldOf(total, without) }
}

/** What no liability counts any longer changes nothing, and nothing of it is held. */
export const notContested: Contested = (() => {
  const nothing: Owed = { days: zero, ore: 0n }
  return { with: nothing, without: nothing, held: nothing }
})()

const UNKNOWN: Owed = { days: undefined, ore: undefined }

/** What a month comes to more with the episodes than without them; undefined where either is. */
export const differenceOf = ({ with: is, without }: Pick<Contested, 'with' | 'without'>): Owed => ({
  days: is.days === undefined || without.days === undefined ? undefined : subtract(is.days, without.days),
  ore: is.ore === undefined || without.ore === undefined ? undefined : is.ore - without.ore,
})

const heldOf = (is: Owed, without: Owed): Owed => {
  const { days, ore } = differenceOf({ with: is, without })
  return {
    days: days !== undefined && compare(days, zero) < 0 ? zero : days,
    ore: ore !== undefined && ore < 0n ? 0n : ore,
  }
}

const nameOf = ({ region, id }: DecidedEpisode): string => `${region}~${id}`

const isCounted = ({ decision: { outcome } }: DecidedEpisode): boolean =>
  outcome === 'in-mean' || outcome === 'individual'
