import { closeMunicipality } from '../settlements/close-municipality.ts'
import { correctMunicipality } from '../settlements/correct-municipality.ts'
import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Closes the units of one municipality in a run; when that is done already, what it has closed is corrected. */
export const performClosing = async (
  { region, agreement, month, run: written, municipality }: TaskOf<'close-municipality'>,
  working: Working,
): Promise<void> => {
  const [name, number] = [{ region, agreement, month }, Number(written)]
  const { settlements } = working
  // Of two at once, the one that did not finish may have made a statement after the other had looked for them.
  if ((await settlements.progress(name, number)).has(municipality))
    return correctMunicipality(working, region, month, municipality)
  const run = await settlements.run(name, number)
  if (run === undefined) throw new Error('A settlement that has a task is missing')
  await closeMunicipality(working, name, run, municipality)
}

/** Corrects what is closed of one municipality's month, where it comes to something else today. */
export const performCorrecting = (
  { region, month, municipality }: TaskOf<'correct-municipality'>,
  working: Working,
): Promise<void> => correctMunicipality(working, region, month, municipality)

/** Leaves a task for each municipality of each closed month of a region. */
export const performCorrectingRegion = async (
  { region }: TaskOf<'correct-region'>,
  { settlements, sendTasks }: Working,
): Promise<void> => {
  for (const month of await settlements.closedMonths(region)) {
    const statements = await settlements.statements(region, month)
    const municipalities = [...new Set(statements.map(({ municipality }) => municipality))]
    await sendTasks(
      municipalities.map((municipality) => ({ kind: 'correct-municipality', region, month, municipality }) as const),
    )
  }
}
