import type { Catalog } from '#domain/agreement/catalog.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { liabilitiesFrom } from '#domain/liability/month.ts'
import { adjusted } from '#domain/settlement/adjustment.ts'
import type { UnitLiability } from '#domain/statistics/figure-row.ts'
import { type ReadmissionCounts, type Tally, talliesOf } from '#domain/statistics/tally.ts'
import { underFixedRules } from '#domain/statistics/under-fixed-rules.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import type { UnitRow } from '#store/unit-row.ts'
import { asTheyStand } from '../liabilities/as-they-stand.ts'
import { type AdjustmentSources, adjustmentsFrom, type Decided } from '../settlements/adjustments.ts'
import { closedLiabilities } from '../settlements/closed-liabilities.ts'
import { unitLiabilityOf } from './unit-liability.ts'

/** What has been closed of the months that are measured. */
export type MeasuringSources = {
  readonly settlements: Pick<SettlementReads, 'statements' | 'corrections'> & AdjustmentSources['settlements']
}

/** A region's month as it was known at an instant, with the rules and decisions that were known then. */
export type KnownMonth = {
  readonly region: string
  readonly month: string
  readonly asOf: string
  readonly catalog: Catalog
  readonly decided: Decided
}

/** A municipality's rows of the month; `-` for the episodes whose municipality is not recorded. */
export type MunicipalityRows = { readonly municipality: string; readonly rows: readonly UnitRow[] }

/** The figures of a municipality's month: what is counted, and what is owed. */
export type Measured = { readonly tallies: readonly Tally[]; readonly liabilities: readonly UnitLiability[] }

/** Finds out what each row adds about readmissions, by the episode’s id. */
export type FindReadmissions = (rows: readonly UnitRow[]) => Promise<ReadonlyMap<string, ReadmissionCounts>>

/** Measures a municipality's month under the rules in force. */
export const measureMunicipality = async (
  { settlements }: MeasuringSources,
  { region, month, asOf, catalog, decided }: KnownMonth,
  { municipality, rows }: MunicipalityRows,
  findReadmissions: FindReadmissions = async () => new Map(),
): Promise<Measured> => {
  const episodes: readonly DecidedEpisode[] = adjusted(
    rows.map((row) => decideInBulk(catalog, row)),
    adjustmentsFrom(decided),
  )
  const [closed, readmissions] = await Promise.all([
    closedLiabilities(settlements, { region, month, municipality }, asOf),
    findReadmissions(rows),
  ])
  const standing = asTheyStand(liabilitiesFrom(catalog, month, episodes), closed)
  return {
    tallies: talliesOf(episodes, ({ id }) => readmissions.get(id)),
    liabilities: standing.flatMap((found) => unitLiabilityOf(catalog, found)),
  }
}

/** Measures a municipality's month as if the rules in force on a day had governed it; what the parties decided stands. */
export const measureUnderFixedRules = (
  { month, catalog, decided }: KnownMonth,
  { rows }: MunicipalityRows,
  on: string,
): Measured => {
  const episodes = adjusted(underFixedRules(catalog, on, rows), adjustmentsFrom(decided))
  const standing = asTheyStand(liabilitiesFrom(catalog, month, episodes), [])
  return { tallies: talliesOf(episodes), liabilities: standing.flatMap((found) => unitLiabilityOf(catalog, found)) }
}
