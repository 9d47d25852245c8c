import { disposeMonth } from '../disposals/dispose-month.ts'
import { disposeOpenStays } from '../disposals/dispose-open-stays.ts'
import { disposeSimulations } from '../disposals/dispose-simulations.ts'
import { rulingOf, rulings } from '../disposals/disposing.ts'
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

/** Disposes of a region's month, if it is due. */
export const performDisposingMonth = async (
  { region, month }: TaskOf<'dispose-month'>,
  working: Working,
): Promise<void> => {
  const ruling = await rulingOf(working, region)
  if (ruling !== undefined) await disposeMonth(working, month, ruling)
}

/** Disposes of the stays of a region that never ended and are due. */
export const performDisposingOpenStays = async (
  { region }: TaskOf<'dispose-open-stays'>,
  working: Working,
): Promise<void> => {
  const ruling = await rulingOf(working, region)
  if (ruling !== undefined) await disposeOpenStays(working, ruling)
}

/** Disposes of the simulations of a region that are due. */
export const performDisposingSimulations = async (
  { region }: TaskOf<'dispose-simulations'>,
  working: Working,
): Promise<void> => {
  const ruling = await rulingOf(working, region)
  if (ruling !== undefined) await disposeSimulations(working, ruling)
}
