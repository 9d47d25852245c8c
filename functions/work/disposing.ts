import { disposeMonth } from '../disposals/dispose-month.ts'
import { disposeOpenStays } from '../disposals/dispose-open-stays.ts'
import { disposeSimulations } from '../disposals/dispose-simulations.ts'
import { type Ruling, rulingOf, rulings } from '../disposals/disposing.ts'
import { monthsOfAge } from '../disposals/months-of-age.ts'
import type { Task, TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Leaves a task for all that may be due in each region that has decided to dispose of documents. */
export const performScheduledDisposal = async (_: TaskOf<'dispose-scheduled'>, working: Working): Promise<void> => {
  for (const ruling of await rulings(working)) {
    const { region } = ruling.decision
    const months = await monthsOfAge(working, ruling)
    const tasks: readonly Task[] = [
      ...months.map((month): Task => ({ kind: 'dispose-month', region, month })),
      { kind: 'dispose-open-stays', region },
      { kind: 'dispose-simulations', region },
    ]
    await working.sendTasks(tasks)
  }
}

/** A performer of what is done by a region's decision; where it has made none, nothing is done. */
const byDecision =
  <Of extends { readonly region: string }>(dispose: (working: Working, ruling: Ruling, task: Of) => Promise<unknown>) =>
  async (task: Of, working: Working): Promise<void> => {
    const ruling = await rulingOf(working, task.region)
    if (ruling !== undefined) await dispose(working, ruling, task)
  }

/** Disposes of a region's month, if it is due. */
export const performDisposingMonth = byDecision<TaskOf<'dispose-month'>>((working, ruling, { month }) =>
  disposeMonth(working, month, ruling),
)

/** Disposes of the stays of a region that never ended and are due. */
export const performDisposingOpenStays = byDecision<TaskOf<'dispose-open-stays'>>(disposeOpenStays)

/** Disposes of the simulations of a region that are due. */
export const performDisposingSimulations = byDecision<TaskOf<'dispose-simulations'>>(disposeSimulations)
