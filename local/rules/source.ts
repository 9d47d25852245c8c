import { readFileSync } from 'node:fs'
import { isDefinition } from '#agreements/parse-definition.ts'
import type { Text } from '#schemas/text.ts'

/** The bytes of a file; undefined when it cannot be read. */
export const contentOf = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** What a file under `rules/` holds, by the property that only its kind has. */
export const kindOf = (source: Buffer): 'rule' | 'day-amounts' | 'definition' => {
  const text = source.toString('utf8')
  if (/^dayAmounts:/m.test(text)) return 'day-amounts'
  return isDefinition(text) ? 'definition' : 'rule'
}

/** What is said of a file without content. */
export const NOT_READ: Text = { sv: 'filen kan inte läsas', en: 'the file cannot be read' }

/** What is said of a file that holds something else where a rule is asked for. */
export const NOT_A_RULE: Text = { sv: 'filen är ingen regelfil', en: 'the file is no rule file' }
