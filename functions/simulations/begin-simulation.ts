import { randomUUID } from 'node:crypto'
import type { Candidate, Simulation, SimulationStore } from '#store/simulation-store.ts'
import type { SendTasks } from '../work/task.ts'
import { monthsFrom } from './months.ts'

/** What beginning a simulation works with. */
export type Beginning = {
  readonly simulations: SimulationStore
  readonly sendTasks: SendTasks
  readonly now: () => string
}

/** What is to be simulated, on which months of which region, and who asked for it; with the text of a draft. */
export type SimulationRequest = Pick<Simulation, 'region' | 'from' | 'to' | 'by'> & {
  readonly candidate: Candidate
  readonly draft: string | undefined
}

/** Keeps what is asked for and leaves a task for each month. */
export const beginSimulation = async (
  { simulations, sendTasks, now }: Beginning,
  { draft, ...request }: SimulationRequest,
): Promise<Simulation> => {
  const months = [...monthsFrom(request.from, request.to)]
  const simulation: Simulation = { ...request, id: randomUUID(), months, at: now() }
  await simulations.begin(simulation, draft)
  await sendTasks(months.map((month) => ({ kind: 'simulation-month', simulation: simulation.id, month }) as const))
  return simulation
}
