import { monthOf } from '#domain/calendar/civil-date.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { episodeFaults } from '#domain/episode/plausibility.ts'
import type { Caller } from '#http/caller.ts'
import type { RuleFault } from '#http/fault-reasons.ts'
import type { EpisodeBody } from '#schemas/episode.ts'
import type { DisposalReads } from '#store/disposal-store.ts'
import type { EpisodeStore } from '#store/episode-store.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import type { Recorded } from '#store/record-episode.ts'
import { type ClosedMonths, correctTouched } from '../settlements/correct-closed.ts'
import { speaksFor } from './access.ts'
import type { EpisodeReference } from './episode-reference.ts'
import { keyedEpisode } from './keyed-episode.ts'

/** What receiving needs. */
export type Reception = {
  readonly episodes: EpisodeStore
  readonly pseudonyms: Pseudonyms
  readonly disposals: Pick<DisposalReads, 'isDisposed'>
  readonly now: () => string
} & ClosedMonths

/** What became of an episode that was sent. */
export type Received =
  | Recorded
  | { readonly result: 'implausible'; readonly faults: readonly RuleFault[] }
  /** The region is not the sender's own. */
  | { readonly result: 'other-region' }
  /** The hospital is not one that the sender speaks for. */
  | { readonly result: 'other-hospital' }

/** Receives the state of an episode whose form is right: nothing is stored unless all of it holds. */
export const receiveEpisode = async (
  { episodes, pseudonyms, disposals, now, ...closedMonths }: Reception,
  { tenant }: Caller,
  { region, id }: EpisodeReference,
  body: EpisodeBody,
  isExpected?: (current: number | undefined) => boolean,
): Promise<Received> => {
  if (tenant.kind !== 'region' || tenant.region !== region) return { result: 'other-region' }
  if (!speaksFor(tenant.hospitals, body.hospital)) return { result: 'other-hospital' }
  if (tenant.hospitals !== undefined) {
    const stored = await episodes.current(region, id)
    if (stored !== undefined && !speaksFor(tenant.hospitals, stored.episode.hospital)) return { result: 'other-region' }
  }
  const at = now()
  const faults = episodeFaults(body, at)
  if (faults.length > 0) return { result: 'implausible', faults }
  if (
    body.discharge !== undefined &&
    (await disposals.isDisposed(region, monthOf(dateOf(civilTimeOf(body.discharge.at)))))
  )
    return { result: 'implausible', faults: [{ pointer: '/discharge/at', rule: 'month-disposed-of' }] }
  const recorded = await episodes.record({
    region,
    id,
    at,
    ...(isExpected === undefined ? {} : { isExpected }),
    episodeUnder: (keyVersion) => keyedEpisode(pseudonyms, region, body, keyVersion),
    olderKeyVersions: (await pseudonyms.keyVersions(region)).slice(0, -1),
  })
  if ('touched' in recorded) await correctTouched(closedMonths, region, recorded.touched)
  return recorded
}
