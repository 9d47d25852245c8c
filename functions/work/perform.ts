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

/** Performs one task, whatever its kind. */
export const perform = async <Needed>(performers: Performers<Needed>, task: Task, needed: Needed): Promise<void> => {
  switch (task.kind) {
    case 'coverage':
      return performers.coverage(task, needed)
    case 'simulation-month':
      return performers['simulation-month'](task, needed)
    case 'close-municipality':
      return performers['close-municipality'](task, needed)
    case 'correct-region':
      return performers['correct-region'](task, needed)
    case 'correct-municipality':
      return performers['correct-municipality'](task, needed)
    case 'export-month':
      return performers['export-month'](task, needed)
    case 'export-scheduled':
      return performers['export-scheduled'](task, needed)
    case 'dispose-scheduled':
      return performers['dispose-scheduled'](task, needed)
    case 'dispose-month':
      return performers['dispose-month'](task, needed)
    case 'dispose-open-stays':
      return performers['dispose-open-stays'](task, needed)
    case 'dispose-simulations':
      return performers['dispose-simulations'](task, needed)
  }
}
