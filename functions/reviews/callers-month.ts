import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Caller, Tenant } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import { countyOf } from '#schemas/codes.ts'
import type { Ledger } from '../liabilities/find-liabilities.ts'
import { adjustmentsFrom, decidedOf } from '../settlements/adjustments.ts'

/** What of a region's month a caller asks for. */
export type AskedMonth = {
  readonly region: string
  readonly month: string
  readonly municipality?: string | undefined
}

/** The region whose joint group is meant: the caller's own, for a municipality that of its county unless it names another. */
export const askedRegion = ({ tenant }: Caller, region: string | undefined): string => {
  switch (tenant.kind) {
    case 'region':
      if (region !== undefined && region !== tenant.region) throw notFound()
      return tenant.region
    case 'municipality':
      return region ?? countyOf(tenant.municipality)
    case 'association':
      throw notFound()
  }
}

/** The liabilities of a month as they would be computed today, closed or not, as far as they are the caller's. */
export const callersMonth = async (
  { catalog, unitMonths, ...sources }: Ledger,
  { tenant }: Caller,
  { region, month, municipality }: AskedMonth,
): Promise<readonly Liability[]> => {
  if (tenant.kind === 'municipality' && (municipality ?? tenant.municipality) !== tenant.municipality) throw notFound()
  if (tenant.kind === 'association') throw notFound()
  const [published, rows, decided] = await Promise.all([
    catalog(),
    tenant.kind === 'region'
      ? unitMonths.ofRegion(region, month, municipality)
      : unitMonths.ofMunicipality(tenant.municipality, month, withoutUndefined({ region, district: tenant.district })),
    decidedOf(sources, region, month),
  ])
  const liabilities = liabilitiesOf(published, month, rows, adjustmentsFrom(decided))
  return liabilities.filter(({ key }) => isOfTenant(tenant, key))
}

/** Whether something of a unit is a tenant's to see: a municipality's its own, a district's officer its district's. */
export const isOfTenant = (
  tenant: Tenant,
  { municipality, district }: { readonly municipality?: string | undefined; readonly district?: string | undefined },
): boolean =>
  tenant.kind !== 'municipality' ||
  (tenant.municipality === municipality && (tenant.district === undefined || tenant.district === district))
