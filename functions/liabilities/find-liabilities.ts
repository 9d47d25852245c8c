import type { LoadCatalog } from '#agreements/load-catalog.ts'
import { inMilliseconds } from '#domain/calendar/civil-time.ts'
import type { Liability, LiabilityKey } from '#domain/liability/liability.ts'
import { liabilitiesOf, liabilityId } from '#domain/liability/month.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Caller, Tenant } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import type { UnitRow } from '#store/unit-row.ts'
import { type LiabilityFilter, parseLiabilityId } from './liability-filter.ts'

/** What a liability is computed from. */
export type Ledger = { readonly catalog: LoadCatalog; readonly unitMonths: UnitMonthStore }

/** The caller's liabilities of a month; 404 for a filter that names another tenant of the caller's own kind. */
export const findLiabilities = async (
  { catalog, unitMonths }: Ledger,
  { tenant }: Caller,
  filter: LiabilityFilter,
): Promise<readonly Liability[]> => {
  if (namesAnother(tenant, filter)) throw notFound()
  const [published, rows] = await Promise.all([catalog(knownAt(filter)), rowsFor(unitMonths, tenant, filter)])
  return liabilitiesOf(published, filter.month, rows).filter(({ key }) => isAsked(key, filter) && isOwn(tenant, key))
}

/** One liability by its id; 404 when there is none or it is another's. */
export const findLiability = async (ledger: Ledger, caller: Caller, id: string, asOf?: string): Promise<Liability> => {
  const filter = parseLiabilityId(id)
  if (filter === undefined) throw notFound()
  const found = (await findLiabilities(ledger, caller, { ...filter, asOf })).find(({ key }) => liabilityId(key) === id)
  if (found === undefined) throw notFound()
  return found
}

const namesAnother = (tenant: Tenant, { region, municipality, district }: LiabilityFilter): boolean => {
  switch (tenant.kind) {
    case 'region':
      return region !== undefined && region !== tenant.region
    case 'municipality':
      return (
        (municipality !== undefined && municipality !== tenant.municipality) ||
        (tenant.district !== undefined && district !== undefined && district !== tenant.district)
      )
    case 'association':
      return true
  }
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

const knownAt = ({ asOf }: LiabilityFilter): string | undefined =>
  asOf === undefined ? undefined : inMilliseconds(asOf)

const isAsked = ({ municipality, district, rule }: LiabilityKey, filter: LiabilityFilter): boolean =>
  (filter.municipality === undefined || filter.municipality === municipality) &&
  (filter.district === undefined || filter.district === district) &&
  (filter.agreement === undefined || filter.agreement === rule?.reference.agreement)

/** A district's own officer sees the district's liabilities alone: the city's are not computed from its rows. */
const isOwn = (tenant: Tenant, { district }: LiabilityKey): boolean =>
  tenant.kind !== 'municipality' || tenant.district === undefined || tenant.district === district
