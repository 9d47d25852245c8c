import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Language } from '#schemas/text.ts'

/** What a subcommand says, and how its process ends: 0 when all is well, 1 with faults, 2 when it was not understood. */
export type Outcome = { readonly lines: readonly string[]; readonly exitCode: 0 | 1 | 2 }

/** A subcommand of `npm run rules`, given the words after its name. */
export type Subcommand = (words: readonly string[]) => Promise<Outcome> | Outcome

/** What the words of a subcommand name: files, a language, and the options that it has beside that. */
export type Asked<Option extends string = never> = {
  readonly files: readonly string[]
  readonly language: Language
  readonly options: Readonly<Partial<Record<Option, string>>>
}

/** The files, the language and the options that the words of a subcommand name; undefined when they name something else. */
export const parseWords = <Option extends string = never>(
  words: readonly string[],
  names: readonly Option[] = [],
): Asked<Option> | undefined => {
  const string = { type: 'string' } as const
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { lang: string, ...Object.fromEntries(names.map((name) => [name, string])) },
    })
    const { lang = 'sv', ...options } = values
    return {
      files: positionals,
      language: language.parse(lang),
      options: z.partialRecord(z.enum(names), z.string()).parse(options),
    }
  } catch {
    return undefined
  }
}

const language = z.enum(['sv', 'en'])
