import { type AttributedDays, attributedDays, type Delay } from '#domain/analysis/attributed-days.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import type { Liability, LiabilityKey } from '#domain/liability/liability.ts'
import type { EpisodeReads } from '#store/episode-store.ts'

/** A stay of a liability with what its revision tells of the ward and what was waited for. */
export type DelayedStay = {
  readonly key: LiabilityKey
  readonly decided: DecidedEpisode
  readonly ward: string | undefined
  readonly delays: readonly Delay[]
}

/** Days of a stay that fell to one reason. */
export type DelayedDays = AttributedDays & { readonly stay: DelayedStay }

/** The stays of liabilities, each with its revision: some tens are read at a time. */
export const delayedStays = async (
  episodes: Pick<EpisodeReads, 'revision'>,
  liabilities: readonly Liability[],
): Promise<readonly DelayedStay[]> => {
  const all = liabilities.flatMap(({ key, episodes: own }) => own.map((decided) => ({ key, decided })))
  const stays: DelayedStay[] = []
  for (let start = 0; start < all.length; start += AT_A_TIME)
    stays.push(
      ...(await Promise.all(
        all.slice(start, start + AT_A_TIME).map(async ({ key, decided }) => {
          const stored = await episodes.revision(decided.region, decided.id, decided.revision)
          return { key, decided, ward: stored?.episode.ward, delays: stored?.episode.delays ?? [] }
        }),
      )),
    )
  return stays
}

const AT_A_TIME = 50

/** The days of a stay by the reason that was recorded for them; none where it does not count, or left on day zero. */
export const delayedDays = (stay: DelayedStay): readonly DelayedDays[] =>
  attributedDays(stay.decided, stay.delays).map((days) => ({ ...days, stay }))
