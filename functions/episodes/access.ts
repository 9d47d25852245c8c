import { monthOf } from '#domain/calendar/civil-date.ts'
import { type EpisodeFacts, factsOf } from '#domain/episode/facts.ts'
import { liableMunicipalityOf } from '#domain/episode/liable-unit.ts'
import type { Caller } from '#http/caller.ts'
import { currentRevision, type Revision } from '#store/revision.ts'

/** True when a hospital lies within what a token speaks for: an HSA-id or a prefix of one; without a list, the whole region. */
export const speaksFor = (hospitals: readonly string[] | undefined, hospital: string): boolean =>
  hospitals === undefined || hospitals.some((own) => hospital.startsWith(own))

/** True when a caller may read an episode with these facts: its region's, or the liable municipality's own. */
export const mayRead = ({ tenant }: Caller, region: string, facts: EpisodeFacts): boolean => {
  switch (tenant.kind) {
    case 'region':
      return tenant.region === region && speaksFor(tenant.hospitals, facts.hospital)
    case 'municipality': {
      const month = facts.discharge === undefined ? undefined : monthOf(facts.discharge.on)
      const liable = liableMunicipalityOf(facts, month)
      const isOwnDistrict = tenant.district === undefined || tenant.district === liable?.district
      return liable?.municipality === tenant.municipality && isOwnDistrict
    }
    case 'association':
      return false
  }
}

/** An episode as far as a caller may see it. */
export type VisibleEpisode = { readonly current: Revision; readonly revisions: readonly Revision[] }

/** The current revision if the caller may read it, with those of its revisions that the caller may read; else undefined. */
export const visibleTo = (
  caller: Caller,
  region: string,
  revisions: readonly Revision[],
): VisibleEpisode | undefined => {
  const current = currentRevision(revisions)
  if (current === undefined || !mayRead(caller, region, factsOf(current.episode))) return undefined
  return { current, revisions: revisions.filter(({ episode }) => mayRead(caller, region, factsOf(episode))) }
}
