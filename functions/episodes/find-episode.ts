import type { Caller } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import { type VisibleEpisode, visibleTo } from './access.ts'
import { type EpisodeReference, parseEpisodeId } from './episode-reference.ts'

/**
 * An episode by its id as far as the caller may see it, now or as it was known at an instant; a 404 problem when there is
 * none or it is another's.
 */
export const findEpisode = async (
  { episodes }: { readonly episodes: EpisodeReads },
  caller: Caller,
  id: string,
  asOf?: string,
): Promise<VisibleEpisode & { readonly reference: EpisodeReference }> => {
  const reference = parseEpisodeId(id)
  if (typeof reference === 'string') throw notFound()
  const revisions = await episodes.revisions(reference.region, reference.id)
  const known = revisions.filter(({ recordedAt }) => asOf === undefined || recordedAt <= asOf)
  const visible = visibleTo(caller, reference.region, known)
  if (visible === undefined) throw notFound()
  return { reference, ...visible }
}
