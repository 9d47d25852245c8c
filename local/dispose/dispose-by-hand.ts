import { parseArgs } from 'node:util'
import { disposeMonth, plannedDisposal } from '#functions/disposals/dispose-month.ts'
import { disposeOpenStays, dueOpenStays } from '#functions/disposals/dispose-open-stays.ts'
import { disposeSimulations, dueSimulations } from '#functions/disposals/dispose-simulations.ts'
import { type Disposing, type Ruling, rulings } from '#functions/disposals/disposing.ts'
import { monthsOfAge } from '#functions/disposals/months-of-age.ts'
import { inDataFolder } from '../data-folder.ts'
import type { Outcome } from '../rules/subcommand.ts'
import { forgetRemoved } from '../sqlite-database.ts'
import { countWords, monthWords } from './disposal-words.ts'

const USAGE = 'npm run dispose [-- --now]'

/**
 * Tells what is due to be disposed of in a data folder, for every region that has decided on it; with `--now` it is disposed of,
 * as is done on schedule elsewhere. `now` is the clock.
 */
export const disposeByHand = async (
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  now: () => Date = () => new Date(),
): Promise<Outcome> => {
  const isNow = parseNow(words)
  if (isNow === undefined) return { lines: [USAGE], exitCode: 2 }
  return inDataFolder(environment, now, async (disposing, { database }) => {
    const decided = await rulings(disposing)
    if (decided.length === 0) return { lines: ['Ingen region har beslutat om gallring: inget gallras'], exitCode: 0 }
    try {
      const lines: string[] = []
      for (const ruling of decided) lines.push(...(await (isNow ? dispose : tell)(disposing, ruling)))
      return { lines, exitCode: 0 }
    } finally {
      if (isNow) forgetRemoved(database)
    }
  })
}

const parseNow = (words: readonly string[]): boolean | undefined => {
  try {
    return parseArgs({ args: [...words], options: { now: { type: 'boolean', default: false } } }).values.now
  } catch {
    return undefined
  }
}

const tell = (disposing: Disposing, ruling: Ruling): Promise<readonly string[]> =>
  linesOf(disposing, ruling, {
    month: plannedDisposal,
    openStays: dueOpenStays,
    simulations: dueSimulations,
    say: 'ska gallras',
  })

const dispose = (disposing: Disposing, ruling: Ruling): Promise<readonly string[]> =>
  linesOf(disposing, ruling, {
    month: disposeMonth,
    openStays: disposeOpenStays,
    simulations: disposeSimulations,
    say: 'gallrat',
  })

type Acts = {
  readonly month: typeof plannedDisposal
  readonly openStays: typeof dueOpenStays
  readonly simulations: typeof dueSimulations
  readonly say: string
}

const linesOf = async (disposing: Disposing, ruling: Ruling, acts: Acts): Promise<readonly string[]> => {
  const { region } = ruling.decision
  const lines: string[] = []
  for (const month of await monthsOfAge(disposing, ruling))
    lines.push(...monthWords(await acts.month(disposing, month, ruling)).map((words) => `${region} ${month}: ${words}`))
  const others = [await acts.openStays(disposing, ruling), await acts.simulations(disposing, ruling)]
  return [
    ...lines,
    ...others.flatMap((documents) => countWords(documents)).map((words) => `${region}: ${acts.say}: ${words}`),
  ]
}
