import type { Statement } from '#domain/agreement/statement.ts'
import type { Adjustment } from '#domain/settlement/adjustment.ts'
import { DISPUTE_UPHELD, disputeUpheld } from '#domain/settlement/dispute-upheld.ts'
import type { SettlementReads, StoredLeftOut } from '#store/settlement-store.ts'

/** What the parties have decided of a region's month beside the rules, as it was known at an instant. */
export const adjustmentsOf = async (
  settlements: Pick<SettlementReads, 'leftOut'>,
  region: string,
  month: string,
  asOf?: string,
): Promise<readonly Adjustment[]> =>
  (await settlements.leftOut(region, month)).filter(({ at }) => asOf === undefined || at <= asOf).map(adjustmentFrom)

/** A stored decision to leave an episode out, as the domain takes it. */
export const adjustmentFrom = ({
  episode,
  leftOut,
  because,
}: Pick<StoredLeftOut, 'episode' | 'leftOut' | 'because'>): Adjustment => ({
  episode,
  leftOut,
  reason: because === DISPUTE_UPHELD ? disputeUpheld : leftOutByRegion(because),
})

const leftOutByRegion = (because: string): Statement => ({
  id: because,
  cites: '5 kap. 3 § lag (2017:612)',
  text: {
    sv: 'Regionen har lämnat vårdtillfället utanför, eftersom förutsättningarna inte kan visas',
    en: 'The region has left the episode out, since the preconditions cannot be shown',
  },
})
