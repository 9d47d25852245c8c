import type { Touched } from '#store/access-record.ts'
import type { Revision } from '#store/revision.ts'
import { type EpisodeReference, showEpisodeId } from './episode-reference.ts'

/** What the log of accesses tells of an episode that was shown or changed. */
export const touchedEpisode = (reference: EpisodeReference, { episode }: Revision): Touched => ({
  episode: showEpisodeId(reference),
  pseudonym: episode.patient.pseudonym,
  hospital: episode.hospital,
})
