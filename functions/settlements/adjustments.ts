import type { Statement } from '#domain/agreement/statement.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { type Adjustment, adjusted } from '#domain/settlement/adjustment.ts'
import { DISPUTE_UPHELD, disputeUpheld } from '#domain/settlement/dispute-upheld.ts'
import type { ReviewReads, StoredReview } from '#store/review-store.ts'
import type { SettlementReads, StoredLeftOut } from '#store/settlement-store.ts'
import { showEpisodeId } from '../episodes/episode-reference.ts'

/** Where it is kept what the parties have decided of episodes beside the rules. */
export type AdjustmentSources = {
  readonly settlements: Pick<SettlementReads, 'leftOut'>
  readonly reviews: Pick<ReviewReads, 'ofMonth'>
}

/** What the parties have decided of episodes: those they leave out, and a joint group's decisions on candidate days. */
export type Decided<LeftOut = StoredLeftOut, Review = StoredReview> = {
  readonly leftOut: readonly LeftOut[]
  readonly reviews: readonly Review[]
}

/** What of it decides anything, as it is kept and as the premises of a receipt hold it. */
export type Premises = Decided<
  Pick<StoredLeftOut, 'episode' | 'leftOut' | 'because'>,
  Pick<StoredReview, 'episode' | 'number' | 'revision' | 'outcome' | 'candidateDays' | 'days'>
>

/** What the parties have decided of a region's month beside the rules, as it was known at an instant. */
export const decidedOf = async (
  { settlements, reviews }: AdjustmentSources,
  region: string,
  month: string,
  asOf?: string,
): Promise<Decided> => {
  const [leftOut, decisions] = await Promise.all([settlements.leftOut(region, month), reviews.ofMonth(region, month)])
  const isKnown = ({ at }: { readonly at: string }): boolean => asOf === undefined || at <= asOf
  return { leftOut: leftOut.filter(isKnown), reviews: decisions.filter(isKnown) }
}

/** Decided episodes, of any regions and months, as their parties have adjusted them, by now or by an instant. */
export const asAdjusted = async (
  sources: AdjustmentSources,
  episodes: readonly DecidedEpisode[],
  asOf?: string,
): Promise<readonly DecidedEpisode[]> => {
  const months = Map.groupBy(
    episodes,
    ({ region, facts: { discharge } }) => `${region} ${discharge && monthOf(discharge.on)}`,
  )
  const found = await Promise.all(
    [...months.values()].map(async (own) => {
      const [first] = own
      if (first?.facts.discharge === undefined) return own
      return adjusted(
        own,
        adjustmentsFrom(await decidedOf(sources, first.region, monthOf(first.facts.discharge.on), asOf)),
      )
    }),
  )
  const byName = new Map(found.flat().map((each) => [showEpisodeId(each), each]))
  return episodes.map((each) => byName.get(showEpisodeId(each)) ?? each)
}

/** What the parties have decided, as the domain takes it: of what is kept, or of a receipt's premises alike. */
export const adjustmentsFrom = ({ leftOut, reviews }: Premises): readonly Adjustment[] => [
  ...leftOut.map(({ episode, leftOut: when, because }): Adjustment => {
    const reason = because === DISPUTE_UPHELD ? disputeUpheld : leftOutByRegion(because)
    return { kind: 'left-out', episode, leftOut: when, reason }
  }),
  ...reviews.map(({ episode, number, revision, outcome, candidateDays, days }): Adjustment => {
    return { kind: 'review', episode, review: { number, revision, outcome, candidateDays, days } }
  }),
]

const leftOutByRegion = (because: string): Statement => ({
  id: because,
  cites: '5 kap. 3 § lag (2017:612)',
  text: {
    sv: 'Regionen har lämnat vårdtillfället utanför, eftersom förutsättningarna inte kan visas',
    en: 'The region has left the episode out, since the preconditions cannot be shown',
  },
})
