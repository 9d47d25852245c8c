import { readFileSync } from 'node:fs'
import { differencesBetween } from '#agreements/differences.ts'
import { faultLine } from '#agreements/file-fault.ts'
import { readShipped } from '#agreements/read-shipped.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { Language } from '#schemas/text.ts'

/** In what two rule files differ, in plain words; throws with every fault, each at its line, when one cannot be read. */
export const diffFiles = (wasPath: string, isPath: string, language: Language): string => {
  const differences = differencesBetween(ruleAt(wasPath, language), ruleAt(isPath, language))
  if (differences.length === 0) return WORDS.none[language]
  return differences
    .map(({ parameter, text, cites }) => {
      const paragraphs = [...new Set([cites.was, cites.is].filter((label) => label !== undefined))]
      const cited = paragraphs.length === 0 ? '' : `\n  ${paragraphs.join(' → ')}`
      return `${parameter}\n  ${text[language]}${cited}`
    })
    .join('\n')
}

const WORDS = {
  none: { sv: 'Filerna säger samma sak.', en: 'The files say the same.' },
} as const

const ruleAt = (path: string, language: Language): Rule => {
  const read = readShipped({ path, yaml: readFileSync(path, 'utf8') })
  if (!read.ok) throw new Error(read.faults.map((fault) => faultLine(path, fault, language)).join('\n'))
  if (read.file.rule === undefined) throw new Error(`${path}: not a rule file`)
  return read.file.rule
}
