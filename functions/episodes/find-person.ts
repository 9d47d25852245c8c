import type { Caller } from '#http/caller.ts'
import { counties } from '#schemas/reference/counties.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import type { Revision } from '#store/revision.ts'
import { visibleTo } from './access.ts'
import type { EpisodeReference } from './episode-reference.ts'

/** An episode that a search found. */
export type FoundEpisode = { readonly reference: EpisodeReference; readonly current: Revision }

/** The episodes of a person, and every pseudonym under which they were looked for. */
export type FoundPerson = {
  readonly found: readonly FoundEpisode[]
  readonly pseudonyms: readonly { readonly region: string; readonly pseudonym: string }[]
}

/**
 * The caller's own episodes for a person whose number has been checked. A region has its own key; a municipality's
 * episodes come from any region, so the pseudonym is computed under each region's.
 */
export const episodesOfPerson = async (
  { episodes, pseudonyms }: { readonly episodes: EpisodeReads; readonly pseudonyms: Pseudonyms },
  caller: Caller,
  identityNumber: string,
): Promise<FoundPerson> => {
  const found = await Promise.all(
    regionsOf(caller).map((region) => inRegion(episodes, pseudonyms, caller, region, identityNumber)),
  )
  return {
    found: found.flatMap((each) => each.found),
    pseudonyms: found.flatMap((each) => each.pseudonyms),
  }
}

const regionsOf = ({ tenant }: Caller): readonly string[] => {
  switch (tenant.kind) {
    case 'region':
      return [tenant.region]
    case 'municipality':
      return Object.keys(counties).sort()
    case 'association':
      return []
  }
}

const inRegion = async (
  episodes: EpisodeReads,
  pseudonyms: Pseudonyms,
  caller: Caller,
  region: string,
  identityNumber: string,
): Promise<FoundPerson> => {
  const versions = await pseudonyms.keyVersions(region)
  const names = await Promise.all(
    versions.map(async (version) => (await pseudonyms.of(region, identityNumber, version)).pseudonym),
  )
  const ids = (await Promise.all(names.map((pseudonym) => episodes.person(region, pseudonym)))).flatMap(
    (found) => found.ids,
  )
  const found = await Promise.all(
    someOf(ids).map(async (id): Promise<readonly FoundEpisode[]> => {
      const visible = visibleTo(caller, region, await episodes.revisions(region, id))
      // An earlier revision may have named another person: only what the episode says now is an answer.
      const isThisPerson = visible !== undefined && names.includes(visible.current.episode.patient.pseudonym)
      return isThisPerson ? [{ reference: { region, id }, current: visible.current }] : []
    }),
  )
  return { found: found.flat(), pseudonyms: names.map((pseudonym) => ({ region, pseudonym })) }
}

/** The ids, each once; where there are none, one that nobody has, so that a search takes as long whether others know the person or not. */
const someOf = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? [NOBODYS] : [...new Set(ids)].sort())

// The source's own ids begin with a letter or a digit.
const NOBODYS = '-'
