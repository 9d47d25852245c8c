import type { Caller } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { Simulation, SimulationReads } from '#store/simulation-store.ts'
import { countyOfTenant, mustSeeFigures } from '../rules/acting-party.ts'

/** A simulation that the caller may see: the region that ran it, and those who are to sign in its county; 404 for others, 403 for a hospital. */
export const findSimulation = async (simulations: SimulationReads, caller: Caller, id: string): Promise<Simulation> => {
  const found = ID.test(id) ? await simulations.find(id) : undefined
  if (found === undefined || countyOfTenant(caller.tenant) !== found.region) throw notFound()
  mustSeeFigures(caller)
  return found
}

// What is no such id can be longer than a key may be.
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
