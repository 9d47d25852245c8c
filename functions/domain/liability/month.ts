import type { Catalog } from '../agreement/catalog.ts'
import type { Month } from '../calendar/civil-date.ts'
import { type Adjustment, adjusted } from '../settlement/adjustment.ts'
import type { DecidedEpisode, RecordedEpisode } from './cohort.ts'
import { decideInBulk } from './decide-in-bulk.ts'
import { type Liability, type LiabilityKey, liabilityUnder, liabilityWithoutRule } from './liability.ts'

/**
 * The liabilities of a month: one for each region, unit and rule version that governs an episode discharged in it. The
 * order of the episodes makes no difference, and an episode that neither counts nor is left out is in none. What the
 * parties have decided of episodes beside their rule goes before it.
 */
export const liabilitiesOf = (
  catalog: Catalog,
  month: Month,
  episodes: readonly RecordedEpisode[],
  adjustments: readonly Adjustment[] = [],
): readonly Liability[] => {
  const decided = episodes.map((episode) => decideInBulk(catalog, episode))
  return liabilitiesFrom(catalog, month, adjusted(decided, adjustments))
}

/** The liabilities that decided episodes of a month amount to, each under the rule that it was decided by. */
export const liabilitiesFrom = (
  catalog: Catalog,
  month: Month,
  episodes: readonly DecidedEpisode[],
): readonly Liability[] => {
  const groups = new Map<string, { key: LiabilityKey; episodes: DecidedEpisode[] }>()
  for (const decided of inOrder(episodes)) {
    const { decision, region } = decided
    if (!isInPopulation(decision.outcome)) continue
    const key: LiabilityKey = {
      region,
      municipality: decision.unit?.municipality,
      district: decision.unit?.district,
      month,
      rule: decision.rule,
      unitKnown: decision.unitKnown,
    }
    const name = liabilityId(key)
    const group = groups.get(name) ?? { key, episodes: [] }
    group.episodes.push(decided)
    groups.set(name, group)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, episodes: own }]) =>
      key.rule === undefined ? liabilityWithoutRule(key, own) : liabilityUnder(key.rule, key, own, catalog),
    )
}

/** The opaque id of a liability: region, agreement, stage and version, unit and month. */
export const liabilityId = ({ region, rule, municipality, district, month }: LiabilityKey): string => {
  const version = rule === undefined ? 'undetermined~0.0' : versionId(rule.reference)
  return [region, version, district ?? municipality ?? 'unknown', month].join('~')
}

const versionId = ({ agreement, stage, version }: { agreement: string; stage: string; version: string }): string =>
  `${agreement}~${stage}.${version}`

const isInPopulation = (outcome: DecidedEpisode['decision']['outcome']): boolean =>
  outcome !== 'cancelled' && outcome !== 'open' && outcome !== 'not-ready'

const inOrder = (episodes: readonly DecidedEpisode[]): readonly DecidedEpisode[] =>
  [...episodes].sort((a, b) => (`${a.region}~${a.id}` < `${b.region}~${b.id}` ? -1 : 1))
