import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FileFault, faultLine } from '#agreements/faults/file-fault.ts'
import { parseDayAmounts } from '#agreements/parse-day-amounts.ts'
import { parseDefinition } from '#agreements/parse-definition.ts'
import { proveRule } from '#agreements/prove-rule.ts'
import { type ReadFile, readShipped } from '#agreements/read-shipped.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { Language, Text } from '#schemas/text.ts'
import { contentOf, kindOf, NOT_READ } from './source.ts'
import { type Outcome, parseWords } from './subcommand.ts'
import { warningLine } from './warning-line.ts'

const RULES = fileURLToPath(new URL('../../rules', import.meta.url))

/**
 * Proves rule files, those of the rules folder when none is named: each beside the others in the folder, and one from
 * elsewhere beside all of them.
 */
export const checkRules = (words: readonly string[], folder = RULES): Outcome => {
  const asked = parseWords(words)
  if (asked === undefined) return { lines: ['npm run rules -- check [FILE…] [--lang sv|en]'], exitCode: 2 }
  const { files, language } = asked
  const inFolder = shippedRules(folder)
  const paths = files.length > 0 ? files : inFolder.map(({ path }) => relative('.', resolve(folder, path)))
  const read = inFolder.flatMap((file) => {
    const result = readShipped(file)
    return result.ok ? [result.file] : []
  })
  const checked = paths.map((path) => checkFile(path, folder, read, language))
  return {
    lines: checked.flatMap(({ lines }) => lines),
    exitCode: checked.some(({ isSound }) => !isSound) ? 1 : 0,
  }
}

type Checked = { readonly isSound: boolean; readonly lines: readonly string[] }

const checkFile = (path: string, folder: string, read: readonly ReadFile[], language: Language): Checked => {
  const source = contentOf(path)
  if (source === undefined) return { isSound: false, lines: [`${path}: ${NOT_READ[language]}`] }
  const faulty = (faults: readonly FileFault[]): Checked => ({
    isSound: false,
    lines: faults.map((fault) => faultLine(path, fault, language)),
  })
  const sound = ({ [language]: words }: Text): Checked => ({ isSound: true, lines: [`${path}: ${words}`] })
  const kind = kindOf(source)
  if (kind === 'day-amounts') {
    const parsed = parseDayAmounts(source)
    return parsed.ok ? sound(years(parsed.dayAmounts.length)) : faulty(parsed.faults)
  }
  if (kind === 'definition') {
    const parsed = parseDefinition(source)
    return parsed.ok ? sound(DEFINITION) : faulty(parsed.faults)
  }
  const inFolder = relative(folder, resolve(path)).split(sep).join('/')
  const beside = read.filter((file) => file.path.split(sep).join('/') !== inFolder).flatMap(({ rule }) => rule ?? [])
  const own = read.find((file) => file.path.split(sep).join('/') === inFolder)
  const version = own?.published.version ?? NEWEST
  const proof = proveRule(source, () => version, { rules: beside, events: [] })
  if (!proof.ok) return faulty(proof.faults)
  return {
    isSound: true,
    lines: [
      ...proof.warnings.map((warning) => warningLine(path, warning, language)),
      `${path}: ${proven(proof.rule.file.examples.length)[language]}`,
    ],
  }
}

/** A file from elsewhere is proven as the version after all that there are. */
const NEWEST = '1000000'

const proven = (examples: number): Text => ({ sv: `bevisad, ${examples} exempel`, en: `proven, ${examples} examples` })
const years = (count: number): Text => ({ sv: `bevisad, ${count} år`, en: `proven, ${count} years` })
const DEFINITION: Text = { sv: 'läsbar definition', en: 'a sound definition' }
