import type { Statement } from '../agreement/statement.ts'
import type { DecidedEpisode } from '../liability/cohort.ts'

/** What the parties have decided of an episode beside its rule. */
export type Adjustment = {
  /** The episode as `region~id`. */
  readonly episode: string
  /** `undetermined`: only while it cannot be decided otherwise; `always`: whatever the rule makes of it. */
  readonly leftOut: 'undetermined' | 'always'
  readonly reason: Statement
}

/** Decided episodes as the parties have adjusted them: what is left out by them has their reason, and misses nothing. */
export const adjusted = (
  episodes: readonly DecidedEpisode[],
  adjustments: readonly Adjustment[],
): readonly DecidedEpisode[] => {
  if (adjustments.length === 0) return episodes
  const byEpisode = Map.groupBy(adjustments, ({ episode }) => episode)
  return episodes.map((decided) => {
    const own = byEpisode.get(`${decided.region}~${decided.id}`) ?? []
    const applying = own.filter(({ leftOut }) => appliesTo(decided, leftOut))
    return applying.length === 0 ? decided : leftOutFor(decided, applying)
  })
}

const appliesTo = ({ decision: { outcome } }: DecidedEpisode, leftOut: Adjustment['leftOut']): boolean =>
  outcome === 'undetermined' || (leftOut === 'always' && (outcome === 'in-mean' || outcome === 'individual'))

const leftOutFor = (decided: DecidedEpisode, adjustments: readonly Adjustment[]): DecidedEpisode => ({
  ...decided,
  decision: {
    ...decided.decision,
    outcome: 'left-out',
    reasons: adjustments.map(({ reason }) => reason),
    missing: [],
  },
})
