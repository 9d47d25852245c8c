import { type Caller, organisationOf, type Tenant } from '#http/caller.ts'
import { notFound, scopeMissing } from '#http/problem.ts'
import { countyOf } from '#schemas/codes.ts'
import type { Party } from '../lifecycle/signatures.ts'

/** The region that a caller acts for; 404 for any other caller, whose agreements these are not. */
export const regionOf = ({ tenant }: Caller): string => {
  if (tenant.kind !== 'region') throw notFound()
  return tenant.region
}

/** The party that a caller signs for. */
export const partyOf = ({ tenant }: Caller): Party => organisationOf(tenant)

/** The county that a caller is of. */
export const countyOfTenant = (tenant: Tenant): string => {
  switch (tenant.kind) {
    case 'region':
      return tenant.region
    case 'municipality':
      return countyOf(tenant.municipality)
    case 'association':
      return tenant.county
  }
}

/** 403 unless a caller may see what units would owe: a region's hospitals have no part in that; the association signs, and must. */
export const mustSeeFigures = ({ tenant, scopes }: Caller): void => {
  if (tenant.kind !== 'association' && !scopes.has('liabilities:read')) throw scopeMissing('liabilities:read')
}
