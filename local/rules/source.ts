import { readFileSync } from 'node:fs'
import type { Text } from '#schemas/text.ts'

/** The bytes of a file; undefined when it cannot be read. */
export const contentOf = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Whether a file holds the national day amounts, which are no rule. */
export const isDayAmounts = (source: Buffer): boolean => /^dayAmounts:/m.test(source.toString('utf8'))

/** What is said of a file without content. */
export const NOT_READ: Text = { sv: 'filen kan inte läsas', en: 'the file cannot be read' }

/** What is said of a file that holds day amounts where a rule is asked for. */
export const NOT_A_RULE: Text = { sv: 'filen är ingen regelfil', en: 'the file is no rule file' }
