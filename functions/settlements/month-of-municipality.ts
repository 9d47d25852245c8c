import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import type { ManifestEntry } from '#domain/settlement/correction.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import { showEpisodeId } from '../episodes/episode-reference.ts'
import { type AdjustmentSources, adjustmentsFrom, type Decided, decidedOf } from './adjustments.ts'

/** What a municipality's month is computed from. */
export type MonthSources = {
  readonly catalog: LoadCatalog
  readonly unitMonths: Pick<UnitMonthStore, 'ofRegion'>
} & AdjustmentSources

/** A municipality's month in a region as it is known now, or was at an instant: what each unit owes, and which revisions that rests on. */
export type MonthOfMunicipality = {
  readonly catalog: Catalog
  readonly decided: Decided
  readonly liabilities: readonly Liability[]
  readonly entriesOf: (liabilities: readonly Liability[]) => readonly ManifestEntry[]
}

/** Computes the month of all units of a municipality; `-` for the episodes whose municipality is not recorded. */
export const monthOfMunicipality = async (
  { catalog: loadCatalog, unitMonths, ...sources }: MonthSources,
  region: string,
  month: string,
  municipality: string,
  asOf?: string,
): Promise<MonthOfMunicipality> => {
  const [{ pending: _, ...catalog }, rows, decided] = await Promise.all([
    loadCatalog(asOf),
    unitMonths.ofRegion(region, month, municipality, asOf),
    decidedOf(sources, region, month, asOf),
  ])
  const liabilities = liabilitiesOf(catalog, month, rows, adjustmentsFrom(decided))
  const digests = new Map(rows.map((row) => [showEpisodeId(row), row.digest]))
  return { catalog, decided, liabilities, entriesOf: entriesFrom(digests) }
}

const entriesFrom =
  (digests: ReadonlyMap<string, string>) =>
  (liabilities: readonly Liability[]): readonly ManifestEntry[] =>
    liabilities.flatMap(({ episodes }) =>
      episodes.map((episode) => ({
        episode: showEpisodeId(episode),
        revision: episode.revision,
        sha256: digests.get(showEpisodeId(episode)) ?? '',
      })),
    )
