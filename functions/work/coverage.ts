import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Measures how much of a rule version its own examples notice. */
export const performCoverage = async (_task: TaskOf<'coverage'>, _working: Working): Promise<void> => {
  throw new Error('not there yet')
}
