import type { DecidedEpisode } from '../liability/cohort.ts'
import { type Fraction, fraction } from '../money/fraction.ts'

/** What speaks against the data of one episode: facts that are not recorded, and notices that came late. */
export type EpisodeFaults = { readonly episode: DecidedEpisode; readonly facts: readonly string[] }

/** How much of a month's data is sound. */
export type Quality = { readonly episodes: number; readonly faulty: readonly EpisodeFaults[] }

/** The flag under which a rule file tells that the admission notice came late (2 kap. 3 §). */
const LATE_NOTICE = 'admission-notice-late'

/** The quality of the episodes that count or could: those with no undetermined fact and no late notice are sound. */
export const qualityOf = (episodes: readonly DecidedEpisode[]): Quality => ({
  episodes: episodes.length,
  faulty: episodes.flatMap((episode) => {
    const { missing, flags } = episode.decision
    const facts = [...missing, ...flags.map(({ id }) => id).filter((id) => id === LATE_NOTICE)]
    return facts.length === 0 ? [] : [{ episode, facts: [...new Set(facts)].sort() }]
  }),
})

/** Two parts of a month's data as one. */
export const together = (a: Quality, b: Quality): Quality => ({
  episodes: a.episodes + b.episodes,
  faulty: [...a.faulty, ...b.faulty],
})

/** The share that is sound; all of it where there is nothing. */
export const soundShare = ({ episodes, faulty }: Quality): Fraction =>
  episodes === 0 ? fraction(1) : fraction(episodes - faulty.length, episodes)
