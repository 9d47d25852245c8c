import type { Caller, Tenant } from '#http/caller.ts'
import { notFound, scopeMissing } from '#http/problem.ts'
import { countyOf } from '#schemas/codes.ts'
import type { Simulation, SimulationReads } from '#store/simulation-store.ts'

/** A simulation that the caller may see: the region that ran it, and those who are to sign in its county; 404 for others, 403 for a hospital. */
export const findSimulation = async (
  simulations: SimulationReads,
  { tenant, scopes }: Caller,
  id: string,
): Promise<Simulation> => {
  const found = await simulations.find(id)
  if (found === undefined || countyOfTenant(tenant) !== found.region) throw notFound()
  // It tells what units owe, which a region's hospitals have no part in; the association signs, and so must see it.
  if (tenant.kind !== 'association' && !scopes.has('liabilities:read')) throw scopeMissing('liabilities:read')
  return found
}

const countyOfTenant = (tenant: Tenant): string => {
  switch (tenant.kind) {
    case 'region':
      return tenant.region
    case 'municipality':
      return countyOf(tenant.municipality)
    case 'association':
      return tenant.county
  }
}
