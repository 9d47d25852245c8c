import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Computes one month of a simulation. */
export const performSimulationMonth = async (_task: TaskOf<'simulation-month'>, _working: Working): Promise<void> => {
  throw new Error('not there yet')
}
