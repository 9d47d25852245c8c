import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Language } from '#schemas/text.ts'

/** What a subcommand says, and how its process ends: 0 when all is well, 1 with faults, 2 when it was not understood. */
export type Outcome = { readonly lines: readonly string[]; readonly exitCode: 0 | 1 | 2 }

/** A subcommand of `npm run rules`, given the words after its name. */
export type Subcommand = (words: readonly string[]) => Promise<Outcome> | Outcome

/** The files and the language that the words of a subcommand name; undefined when they name something else. */
export const parseWords = (
  words: readonly string[],
): { readonly files: readonly string[]; readonly language: Language } | undefined => {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { lang: { type: 'string', default: 'sv' } },
    })
    return { files: positionals, language: language.parse(values.lang) }
  } catch {
    return undefined
  }
}

const language = z.enum(['sv', 'en'])
