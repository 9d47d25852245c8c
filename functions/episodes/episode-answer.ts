import type { Revision } from '#store/revision.ts'
import { type EpisodeReference, showEpisodeId } from './episode-reference.ts'

/** A revision as the contract writes it: what is recorded, and a pseudonym and an age in place of the identity number. */
export const episodeAnswer = (reference: EpisodeReference, { number, recordedAt, episode }: Revision) => {
  const { pseudonymKeyVersion: _, ageAtDischarge, ...patient } = episode.patient
  return {
    id: showEpisodeId(reference),
    region: reference.region,
    revision: number,
    recordedAt,
    ...episode,
    patient: { ...patient, ageAtDischarge: ageAtDischarge ?? null },
  }
}

/** The entity tag of a revision: its number. */
export const entityTag = ({ number }: Revision): string => `"${number}"`
