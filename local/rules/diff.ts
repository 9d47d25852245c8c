import { type Difference, differencesBetween } from '#agreements/differences/differences.ts'
import { faultLine } from '#agreements/faults/file-fault.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { Language, Text } from '#schemas/text.ts'
import { changeLines } from './change-lines.ts'
import { contentOf, kindOf, NOT_A_RULE, NOT_READ } from './source.ts'
import { type Outcome, parseWords } from './subcommand.ts'

/** In what two rule files, whatever their names, differ, in plain words; or every fault of both, each at its line. */
export const diffFiles = (words: readonly string[]): Outcome => {
  const asked = parseWords(words)
  const [was, is, ...others] = asked?.files ?? []
  if (asked === undefined || was === undefined || is === undefined || others.length > 0)
    return { lines: ['npm run rules -- diff WAS IS [--lang sv|en]'], exitCode: 2 }
  const { language } = asked
  const [before, after] = [ruleAt(was, language), ruleAt(is, language)]
  if (!before.ok || !after.ok)
    return { lines: [before, after].flatMap((read) => (read.ok ? [] : read.lines)), exitCode: 1 }
  const differences = differencesBetween(before.rule, after.rule)
  return {
    lines: differences.length === 0 ? [SAME[language]] : differenceLines(differences, language),
    exitCode: 0,
  }
}

/** What decides is told one by one; of words that decide nothing, how many of each section are others. */
const differenceLines = (differences: readonly Difference[], language: Language): readonly string[] => {
  const words = differences.filter(({ kind }) => kind === 'wording').map(({ parameter }) => sectionOf(parameter))
  const counts = [...Map.groupBy(words, (section) => section)].map(([section, all]) => `${section} ${all.length}`)
  return [
    ...differences.filter(({ kind }) => kind === 'parameter').flatMap((each) => changeLines(each, language)),
    ...(counts.length === 0 ? [] : [`${ONLY_WORDS[language]}: ${counts.join(', ')}`]),
  ]
}

const sectionOf = (parameter: string): string => parameter.split('.')[0] ?? ''

type RuleAt = { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly lines: readonly string[] }

const ruleAt = (path: string, language: Language): RuleAt => {
  const source = contentOf(path)
  if (source === undefined) return { ok: false, lines: [`${path}: ${NOT_READ[language]}`] }
  if (kindOf(source) !== 'rule') return { ok: false, lines: [`${path}: ${NOT_A_RULE[language]}`] }
  const parsed = parseRule(source, ANY_VERSION)
  return parsed.ok ? parsed : { ok: false, lines: parsed.faults.map((fault) => faultLine(path, fault, language)) }
}

/** Which version a file is says nothing of what stands in it. */
const ANY_VERSION = '1'

const ONLY_WORDS: Text = { sv: 'Bara ord som inget avgör', en: 'Only words that decide nothing' }
const SAME: Text = { sv: 'Filerna säger samma sak.', en: 'The files say the same.' }
