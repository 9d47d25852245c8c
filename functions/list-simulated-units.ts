import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { simulatedUnitMonth } from '#schemas/simulation.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { findSimulation } from './simulations/find-simulation.ts'

/** Answers the units' months of a simulation: all to the region, its own to a municipality. */
export const answer = endpoint(
  routes.listSimulatedUnits,
  async ({ caller, params, query }, { simulations }: Reading) => {
    const { id } = await findSimulation(simulations, caller, params.simulation)
    const rows = (await simulations.rows(id)).map((row) => simulatedUnitMonth.parse(JSON.parse(row)))
    const { tenant } = caller
    const own = rows.filter(({ municipality, district }) => {
      if (tenant.kind === 'region') return true
      if (tenant.kind === 'association' || municipality !== tenant.municipality) return false
      return tenant.district === undefined || tenant.district === district
    })
    return { status: 200, body: pageOf('units', own, query) }
  },
)

export const handler = deployed(answer, reading)
