import type { Task, TaskOf } from './task.ts'

/**
 * What performs the tasks of each kind, with what it needs of the environment.
 *
 * A task may be performed again after it was performed, and by two at once: the outcome must be the same. One that throws
 * is tried again, a few times, later.
 */
export type Performers<Needed> = {
  readonly [Kind in Task['kind']]: (task: TaskOf<Kind>, needed: Needed) => Promise<void>
}

/** Performs one task, by what performs its kind. */
export const perform = <Needed, Kind extends Task['kind']>(
  performers: Performers<Needed>,
  task: TaskOf<Kind>,
  needed: Needed,
): Promise<void> => performers[task.kind](task, needed)
