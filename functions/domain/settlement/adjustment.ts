import type { Statement } from '../agreement/statement.ts'
import { candidateDates } from '../liability/candidate-days.ts'
import { cited } from '../liability/cited.ts'
import type { DecidedEpisode } from '../liability/cohort.ts'
import { reviewed, reviewLapsed } from '../liability/flags.ts'
import type { Review } from '../liability/review.ts'

/** What the parties have decided of an episode, named as `region~id`, beside its rule. */
export type Adjustment =
  | {
      readonly kind: 'left-out'
      readonly episode: string
      /** `undetermined`: only while it cannot be decided otherwise; `always`: whatever the rule makes of it. */
      readonly leftOut: 'undetermined' | 'always'
      readonly reason: Statement
    }
  | { readonly kind: 'review'; readonly episode: string; readonly review: Review }

type LeftOut = Extract<Adjustment, { readonly kind: 'left-out' }>

/**
 * Decided episodes as the parties have adjusted them: what is left out by them has their reason, and misses nothing; what
 * a joint group has decided on bears its latest decision, as long as that is about what is recorded.
 */
export const adjusted = (
  episodes: readonly DecidedEpisode[],
  adjustments: readonly Adjustment[],
): readonly DecidedEpisode[] => {
  if (adjustments.length === 0) return episodes
  const byEpisode = Map.groupBy(adjustments, ({ episode }) => episode)
  return episodes.map((decided) => {
    const own = byEpisode.get(`${decided.region}~${decided.id}`) ?? []
    const leavingOut = own
      .filter((each) => each.kind === 'left-out')
      .filter(({ leftOut }) => appliesTo(decided, leftOut))
    if (leavingOut.length > 0) return leftOutFor(decided, leavingOut)
    return reviewedBy(
      decided,
      own.flatMap((each) => (each.kind === 'review' ? [each.review] : [])),
    )
  })
}

const appliesTo = ({ decision: { outcome } }: DecidedEpisode, leftOut: LeftOut['leftOut']): boolean =>
  outcome === 'undetermined' || (leftOut === 'always' && (outcome === 'in-mean' || outcome === 'individual'))

const leftOutFor = (decided: DecidedEpisode, adjustments: readonly LeftOut[]): DecidedEpisode => ({
  ...decided,
  decision: {
    ...decided.decision,
    outcome: 'left-out',
    reasons: adjustments.map(({ reason }) => reason),
    missing: [],
  },
})

const reviewedBy = (decided: DecidedEpisode, reviews: readonly Review[]): DecidedEpisode => {
  const latest = reviews.toSorted((a, b) => a.number - b.number).at(-1)
  const candidates = candidateDates(decided).length
  const { decision, revision } = decided
  if (latest === undefined || candidates === 0) return decided
  const cites = decision.rule === undefined ? '' : (cited(decision.rule, 'model.decidedBy').cites ?? '')
  const stands = latest.revision === revision && latest.candidateDays === candidates
  return {
    ...decided,
    decision: stands
      ? { ...decision, review: latest, flags: [...decision.flags, reviewed(latest.outcome, cites)] }
      : { ...decision, flags: [...decision.flags, reviewLapsed(cites)] },
  }
}
