import { type PersonStay, personStay } from '#domain/statistics/person-stay.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import { currentRevision } from '#store/revision.ts'

/**
 * A person's stays in a region as they were known at an instant, now when there is none; without those that were cancelled,
 * and those that had turned out to be another person's.
 */
export const staysOfPerson = async (
  episodes: Pick<EpisodeReads, 'revisions' | 'person'>,
  { region, pseudonym }: { readonly region: string; readonly pseudonym: string },
  asOf?: string,
): Promise<readonly PersonStay[]> => {
  const { ids, pseudonyms } = await episodes.person(region, pseudonym, asOf)
  const found = await Promise.all(
    ids.map(async (id): Promise<readonly PersonStay[]> => {
      const revisions = await episodes.revisions(region, id)
      const current = currentRevision(revisions.filter(({ recordedAt }) => asOf === undefined || recordedAt <= asOf))
      if (current === undefined || current.episode.cancelled) return []
      return pseudonyms.has(current.episode.patient.pseudonym) ? [personStay(id, current.episode)] : []
    }),
  )
  return found.flat()
}
