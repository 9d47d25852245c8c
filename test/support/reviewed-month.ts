import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import type { Review } from '#domain/liability/review.ts'
import type { Adjustment } from '#domain/settlement/adjustment.ts'
import { theShippedCatalog } from './a-catalog.ts'
import { aRecordedEpisode, type ToldFacts } from './an-episode-facts.ts'

const catalog = theShippedCatalog()

/** A stay in Umeå. */
export const aStay = (told: ToldFacts & { readonly id?: string }) =>
  aRecordedEpisode({ region: '24', registeredMunicipality: '2480', ...told })

/** Seven ready days from the 10th; the Act's 3 are free, so the 13th to the 16th are candidates: 4 × 9 300 = 37 200. */
export const four = aStay({ id: 'four', ready: '2022-05-10 10:00:00', out: '2022-05-17' })

/** The same after noon, 4 free: the 14th to the 16th. 3 × 9 300 = 27 900. */
export const three = aStay({ id: 'three', ready: '2022-05-10 12:00:01', out: '2022-05-17' })

/** A decision of the joint group that approves four candidate days, but for what matters. */
export const on = (id: string, review: Partial<Review> = {}): Adjustment => ({
  kind: 'review',
  episode: `24~${id}`,
  review: { number: 1, revision: 1, outcome: 'approve', candidateDays: 4, days: 4, ...review },
})

/** What stays discharged in May 2022 amount to. */
export const may = (adjustments: readonly Adjustment[], stays = [four, three]): Liability => {
  const [liability] = liabilitiesOf(catalog, '2022-05', stays, adjustments)
  if (liability === undefined) throw new Error('There is no liability')
  return liability
}
