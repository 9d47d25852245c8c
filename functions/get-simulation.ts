import { endpoint } from '#http/endpoint.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { findSimulation } from './simulations/find-simulation.ts'
import { simulationAnswer } from './simulations/simulation-answer.ts'

/** Answers how far a simulation has come and, once it is done, what it comes to. */
export const answer = endpoint(routes.getSimulation, async ({ caller, params }, { simulations }: Reading) => {
  const simulation = await findSimulation(simulations, caller, params.simulation)
  return { status: 200, body: await simulationAnswer(simulations, simulation) }
})

export const handler = deployed(answer, reading)
