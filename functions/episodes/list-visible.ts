import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import type { Caller } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import type { UnitRow } from '#store/unit-row.ts'
import { mayRead } from './access.ts'

/** What narrows a list of episodes. */
export type EpisodeFilter = {
  readonly region?: string | undefined
  /** The month of discharge; without it every month, and the stays not yet ended. */
  readonly month?: string | undefined
  readonly hospital?: string | undefined
  /** As they were known at this instant; absent: as they are now. */
  readonly asOf?: string | undefined
}

/** The episodes that a caller may read, in the order of their ids; 404 for a filter that names another region. */
export const visibleEpisodes = async (
  unitMonths: UnitMonthStore,
  caller: Caller,
  { region, month, hospital, asOf }: EpisodeFilter,
): Promise<readonly RecordedEpisode[]> => {
  const { tenant } = caller
  if (tenant.kind === 'association') throw notFound()
  if (tenant.kind === 'region' && region !== undefined && region !== tenant.region) throw notFound()
  const own = tenant.kind === 'region' ? tenant.region : tenant.municipality
  const months = month === undefined ? await unitMonths.months(own) : [month]
  const rows: UnitRow[] = []
  // One month after another: a region has dozens of units in each, and years of months.
  for (const each of months)
    rows.push(
      ...(tenant.kind === 'region'
        ? await unitMonths.ofRegion(tenant.region, each, undefined, asOf)
        : await unitMonths.ofMunicipality(tenant.municipality, each, region === undefined ? {} : { region }, asOf)),
    )
  return rows
    .filter(
      (row) => mayRead(caller, row.region, row.facts) && (hospital === undefined || row.facts.hospital === hospital),
    )
    .sort((a, b) => (`${a.region}~${a.id}` < `${b.region}~${b.id}` ? -1 : 1))
}
