import { endpoint } from '#http/endpoint.ts'
import { notFound, unprocessable } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { draftFaults } from './rules/draft-faults.ts'
import { beginSimulation } from './simulations/begin-simulation.ts'
import { monthsFrom } from './simulations/months.ts'
import { readCandidate } from './simulations/read-candidate.ts'
import { simulationAnswer } from './simulations/simulation-answer.ts'

/** Begins a simulation of a candidate on the region's own months; the answer says where to follow it. */
export const answer = endpoint(routes.simulate, async ({ caller, body }, environment: Submitting) => {
  const region = regionOf(caller)
  if (body.region !== undefined && body.region !== region) throw notFound()
  const read = await readCandidate(environment, body, region)
  if (read.result === 'unknown') throw notFound()
  if (read.result === 'faults') throw unprocessable(draftFaults('/draft', read.faults))
  const { from, to, draft } = body
  for (const month of monthsFrom(from, to))
    if (await environment.disposals.isDisposed(region, month))
      throw unprocessable([{ pointer: '/from', rule: 'month-disposed-of' }])
  const { candidate } = read
  const simulation = await beginSimulation(environment, { region, candidate, draft, from, to, by: caller.sub })
  return {
    status: 202,
    headers: { location: `/v1/simulations/${simulation.id}` },
    body: await simulationAnswer(environment.simulations, simulation),
  }
})

export const handler = deployed(answer, submitting)
