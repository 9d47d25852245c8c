import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Tenant } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import type { UnitRow } from '#store/unit-row.ts'
import { knownAt } from '../episodes/known-at.ts'
import { type AdjustmentSources, adjustmentsFrom, decidedOf } from '../settlements/adjustments.ts'
import type { LiabilityFilter } from './liability-filter.ts'

/** What a liability is computed from. */
export type LiveLedger = AdjustmentSources & { readonly catalog: LoadCatalog; readonly unitMonths: UnitMonthStore }

/** The liabilities of a month as they are computed from what is known, closed or not, of the units that a tenant can have rows of. */
export const liveLiabilities = async (
  { catalog, unitMonths, ...sources }: LiveLedger,
  tenant: Tenant,
  filter: LiabilityFilter,
): Promise<readonly Liability[]> => {
  const asOf = knownAt(filter)
  const [published, rows] = await Promise.all([catalog(asOf), rowsFor(unitMonths, tenant, filter)])
  const regions = [...new Set(rows.map(({ region }) => region))]
  const decided = await Promise.all(regions.map((region) => decidedOf(sources, region, filter.month, asOf)))
  return liabilitiesOf(published, filter.month, rows, decided.flatMap(adjustmentsFrom))
}

/** The rows that the asked liabilities rest on: for a district its own, since a unit's month lies in one place. */
const rowsFor = (unitMonths: UnitMonthStore, tenant: Tenant, filter: LiabilityFilter): Promise<readonly UnitRow[]> => {
  const { month, region, municipality, district } = filter
  const asOf = knownAt(filter)
  if (tenant.kind === 'region')
    return unitMonths.ofRegion(tenant.region, month, district === undefined ? municipality : STOCKHOLM_CITY, asOf)
  if (tenant.kind === 'association') throw notFound()
  const ownDistrict = tenant.district ?? district
  const narrowed = withoutUndefined({ region, district: ownDistrict })
  return unitMonths.ofMunicipality(tenant.municipality, month, narrowed, asOf)
}
