import { closeMunicipality } from '../settlements/close-municipality.ts'
import { correctMunicipality } from '../settlements/correct-municipality.ts'
import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Closes the units of one municipality in a run, unless it is done already. */
export const performClosing = async (
  { region, agreement, month, run: written, municipality }: TaskOf<'close-municipality'>,
  working: Working,
): Promise<void> => {
  const [name, number] = [{ region, agreement, month }, Number(written)]
  const { settlements } = working
  if ((await settlements.progress(name, number)).has(municipality)) return
  const run = await settlements.run(name, number)
  if (run === undefined) throw new Error('A settlement that has a task is missing')
  await closeMunicipality(working, name, run, municipality)
}

/** Corrects what is closed of one municipality's month, where it comes to something else today. */
export const performCorrecting = (
  { region, month, municipality }: TaskOf<'correct-municipality'>,
  working: Working,
): Promise<void> => correctMunicipality(working, region, month, municipality)
