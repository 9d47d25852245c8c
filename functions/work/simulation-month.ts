import { simulateMonth } from '../simulations/simulate-month.ts'
import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Simulates one month of a simulation, unless it is done already. */
export const performSimulationMonth = (
  { simulation, month }: TaskOf<'simulation-month'>,
  working: Working,
): Promise<void> => simulateMonth(working, simulation, month)
