import type { Liability } from '#domain/liability/liability.ts'
import type { Caller, Tenant } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import { countyOf } from '#schemas/codes.ts'
import { type LiveLedger, liveLiabilities } from '../liabilities/live-liabilities.ts'

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
  ledger: LiveLedger,
  { tenant }: Caller,
  { region, month, municipality }: AskedMonth,
): Promise<readonly Liability[]> => {
  if (tenant.kind === 'municipality' && (municipality ?? tenant.municipality) !== tenant.municipality) throw notFound()
  const liabilities = await liveLiabilities(ledger, tenant, { region, month, municipality })
  return liabilities.filter(({ key }) => isOfTenant(tenant, key))
}

/** Whether something of a unit is a tenant's to see: a municipality's its own, a district's officer its district's. */
export const isOfTenant = (
  tenant: Tenant,
  { municipality, district }: { readonly municipality?: string | undefined; readonly district?: string | undefined },
): boolean =>
  tenant.kind !== 'municipality' ||
  (tenant.municipality === municipality && (tenant.district === undefined || tenant.district === district))
