import type { Catalog } from '#domain/agreement/catalog.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import { factsOf } from '#domain/episode/facts.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { SettlementName } from '#store/settlement-store.ts'
import { parseEpisodeId } from '../episodes/episode-reference.ts'

/** An episode that the region leaves out while it is undetermined, and why (5 kap. 3 §). */
export type LeftOutRequest = { readonly episode: string; readonly reason: string }

/** Which of the episodes to leave out, by their place, are no undetermined ones of the region's month. */
export const notUndetermined = async (
  { episodes }: { readonly episodes: Pick<EpisodeReads, 'current'> },
  catalog: Catalog,
  { region, month }: SettlementName,
  requests: readonly LeftOutRequest[],
): Promise<readonly number[]> => {
  const wrong: number[] = []
  for (const [index, { episode }] of requests.entries()) {
    const reference = parseEpisodeId(episode)
    const own = typeof reference !== 'string' && reference.region === region ? reference : undefined
    const stored = own === undefined ? undefined : await episodes.current(own.region, own.id)
    const facts = stored === undefined ? undefined : factsOf(stored.episode)
    const isOfMonth = facts?.discharge !== undefined && monthOf(facts.discharge.on) === month
    if (own === undefined || stored === undefined || facts === undefined || !isOfMonth) {
      wrong.push(index)
      continue
    }
    const { decision } = decideInBulk(catalog, { ...own, revision: stored.number, facts })
    if (decision.outcome !== 'undetermined') wrong.push(index)
  }
  return wrong
}
