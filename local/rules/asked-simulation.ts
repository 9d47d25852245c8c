import type { Language } from '#schemas/text.ts'
import { month } from '#schemas/time.ts'
import { dataFolderFrom, SettingsError } from '../settings.ts'
import { parseWords } from './subcommand.ts'

/** What a simulation is asked for at a console: a file, the months to try it on, and where their data lies. */
export type AskedSimulation = {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly dataFolder: string
  readonly language: Language
}

/** A simulation that was understood, or the line that says why it was not. */
export type ParsedSimulation =
  | { readonly understood: true; readonly asked: AskedSimulation }
  | { readonly understood: false; readonly line: string }

/** Reads the words after `simulate`; the data folder, where none is named, is that of the service. */
export const parseSimulation = (
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ParsedSimulation => {
  const parsed = parseWords(words, ['from', 'to', 'data'])
  const [file, ...others] = parsed?.files ?? []
  const [from, to] = [month.safeParse(parsed?.options.from), month.safeParse(parsed?.options.to)]
  const isOneFile = file !== undefined && others.length === 0
  if (parsed === undefined || !isOneFile || !from.success || !to.success || to.data < from.data)
    return { understood: false, line: USAGE }
  try {
    const dataFolder = parsed.options.data ?? dataFolderFrom(environment)
    return { understood: true, asked: { file, from: from.data, to: to.data, dataFolder, language: parsed.language } }
  } catch (error) {
    if (error instanceof SettingsError) return { understood: false, line: error.message }
    throw error
  }
}

const USAGE = 'npm run rules -- simulate FILE --from YYYY-MM --to YYYY-MM [--data DIR] [--lang sv|en]'
