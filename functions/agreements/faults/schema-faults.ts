import type * as z from 'zod'
import { conditionFacts, operatorsOf } from '#schemas/rule-file/condition.ts'
import type { Text } from '#schemas/text.ts'
import { faultTexts } from './fault-texts.ts'
import type { FileFaultRule, Path, PathFault } from './file-fault.ts'
import { formFault } from './form-faults.ts'
import { nearestName } from './nearest-name.ts'
import { propertiesAt } from './schema-names.ts'

type Issue = z.core.$ZodIssue

/** Everything that a schema has against a value, by its path. */
export const schemaFaults = (error: z.ZodError, schema: z.ZodType, value: unknown): readonly PathFault[] =>
  error.issues.flatMap((issue) => faultsOf(issue, [], { schema, value }))

type Read = { readonly schema: z.ZodType; readonly value: unknown }

const faultsOf = (issue: Issue, parent: Path, read: Read): readonly PathFault[] => {
  const path = [...parent, ...issue.path]
  const written = at(read.value, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        rule: 'unknown-property',
        details: () => ({ hint: nameHint(key, propertiesAt(read.schema, path)) }),
      }))
    case 'invalid_type':
      return [typeFault(path, written, issue.expected)]
    case 'invalid_value':
      if (written === undefined) return [missing(path)]
      return [wordFault(path, written, issue.values.map(String))]
    case 'invalid_union':
      return unionFaults(issue, path, read)
    case 'invalid_format':
      return [formFault(path, issue, String(written))]
    case 'too_small':
      return [sizeFault(path, issue.origin, issue.minimum, true)]
    case 'too_big':
      return [sizeFault(path, issue.origin, issue.maximum, false)]
    case 'invalid_key':
      return [{ path, rule: 'not-a-name' }]
    case 'custom':
      return [customFault(path, issue.params?.rule, at(read.value, path.slice(0, -1)))]
    default:
      return [{ path, rule: 'not-allowed' }]
  }
}

const missing = (path: Path): PathFault =>
  path.length === 0
    ? { path, rule: 'empty-file' }
    : { path, rule: 'missing-property', details: { name: `${String(path.at(-1))}` } }

const typeFault = (path: Path, written: unknown, expected: string): PathFault => {
  if (written === undefined) return missing(path)
  if (written === null)
    return path.length === 0 ? missing(path) : { path, rule: 'no-value', details: { expected: kindOf(expected) } }
  if (expected === 'string' && isUnquoted(written)) return { path, rule: 'not-quoted' }
  if (expected === 'int' && typeof written === 'number') return { path, rule: 'not-a-whole-number' }
  return { path, rule: 'wrong-type', details: { expected: kindOf(expected) } }
}

const isUnquoted = (written: unknown): boolean => typeof written === 'number' || typeof written === 'boolean'

const kindOf = (expected: string): Text =>
  KINDS[expected] ?? { sv: 'ett annat slags värde', en: 'another kind of value' }

const KINDS: Readonly<Record<string, Text>> = {
  string: { sv: 'text', en: 'text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  tuple: { sv: 'en lista', en: 'a list' },
  object: { sv: 'namn med värden', en: 'names with values' },
  record: { sv: 'namn med värden', en: 'names with values' },
}

const wordFault = (path: Path, written: unknown, words: readonly string[]): PathFault => {
  if (written === null) return { path, rule: 'no-value', details: { expected: KINDS.string ?? '' } }
  return isUnquoted(written) && words.includes(String(written))
    ? { path, rule: 'not-quoted' }
    : { path, rule: 'not-one-of', details: () => ({ hint: nameHint(String(written), words) }) }
}

/** A part that may have several forms has the faults of the one that it comes nearest to; where there is no such, none fits. */
const unionFaults = (issue: Issue & { code: 'invalid_union' }, path: Path, read: Read): readonly PathFault[] => {
  const written = at(read.value, path)
  if ('discriminator' in issue && issue.discriminator !== undefined) {
    const words = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
    return written === undefined ? [missing(path)] : [wordFault(path, written, words)]
  }
  if (written === undefined) return [missing(path)]
  const fitting = issue.errors.filter((errors) => !errors.some(isOfAnotherKind)).sort((a, b) => a.length - b.length)
  const [nearest, next] = fitting
  if (nearest !== undefined && nearest.length !== next?.length)
    return nearest.flatMap((part) => faultsOf(part, path, read))
  const wantsText = issue.errors
    .flat()
    .some((part) => part.path.length === 0 && part.code === 'invalid_type' && part.expected === 'string')
  return isUnquoted(written) && wantsText ? [{ path, rule: 'not-quoted' }] : [{ path, rule: 'no-form-fits' }]
}

const isOfAnotherKind = ({ path, code }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')

const sizeFault = (path: Path, origin: string, bound: number | bigint, isLeast: boolean): PathFault => {
  if (origin === 'string') return { path, rule: isLeast ? 'empty-text' : 'not-allowed' }
  const details = { bound: Number(bound) }
  if (origin === 'array') return { path, rule: isLeast ? 'too-few' : 'too-many', details }
  return { path, rule: isLeast ? 'too-small' : 'too-large', details }
}

/** The schemas' own rules have a text each; a comparison is told what its fact can be asked. */
const customFault = (path: Path, rule: unknown, parent: unknown): PathFault => {
  const fact = at(parent, ['fact'])
  if (typeof rule !== 'string' || !isRule(rule)) return { path, rule: 'not-allowed' }
  if (rule === 'operator-does-not-fit-fact' || rule === 'value-does-not-fit-fact') {
    if (!isFact(fact)) return { path, rule: 'not-allowed' }
    const hint = rule === 'operator-does-not-fit-fact' ? oneOf(operatorsOf(conditionFacts[fact])) : valueHint(fact)
    return { path, rule, details: { hint } }
  }
  return { path, rule }
}

const isRule = (rule: string): rule is FileFaultRule => Object.hasOwn(faultTexts, rule)

const isFact = (fact: unknown): fact is keyof typeof conditionFacts =>
  typeof fact === 'string' && Object.hasOwn(conditionFacts, fact)

const valueHint = (fact: keyof typeof conditionFacts): Text => {
  const kind = conditionFacts[fact]
  if (kind === 'flag') return { sv: 'Skriv true eller false.', en: 'Write true or false.' }
  if (kind === 'number') return { sv: 'Skriv ett heltal.', en: 'Write a whole number.' }
  return oneOf(kind)
}

const oneOf = (words: readonly string[]): Text => ({
  sv: `Skriv något av: ${words.join(', ')}.`,
  en: `Write one of: ${words.join(', ')}.`,
})

/** What a wrong name or word was most likely meant to be, else all that it may be. */
const nameHint = (written: string, names: readonly string[]): Text => {
  const left = LEFT_OUT[written]
  if (left !== undefined && names.includes('fact')) return left
  const nearest = nearestName(written, names)
  return nearest === undefined ? oneOf(names) : { sv: `Menades ${nearest}?`, en: `Was ${nearest} meant?` }
}

const noSuch = (word: string): Text => ({
  sv: `Villkor har inte ${word}. Skriv jämförelser med fact, operator och value, sammanfogade med all och any.`,
  en: `Conditions have no ${word}. Write comparisons with fact, operator and value, joined by all and any.`,
})

const LEFT_OUT: Readonly<Record<string, Text>> = Object.assign(
  Object.create(null),
  Object.fromEntries(['not', 'path', 'params', 'condition', 'priority'].map((word) => [word, noSuch(word)])),
)

const at = (value: unknown, path: Path): unknown => {
  let part = value
  for (const step of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined
    part = Reflect.get(part, step)
  }
  return part
}
