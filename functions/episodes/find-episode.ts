import type { Caller } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import { type VisibleEpisode, visibleTo } from './access.ts'
import { type EpisodeReference, parseEpisodeId } from './episode-reference.ts'

/** An episode by its id as far as the caller may see it; a 404 problem when there is none or it is another's. */
export const findEpisode = async (
  { episodes }: { readonly episodes: EpisodeReads },
  caller: Caller,
  id: string,
): Promise<VisibleEpisode & { readonly reference: EpisodeReference }> => {
  const reference = parseEpisodeId(id)
  if (typeof reference === 'string') throw notFound()
  const visible = visibleTo(caller, reference.region, await episodes.revisions(reference.region, reference.id))
  if (visible === undefined) throw notFound()
  return { reference, ...visible }
}
