import type { Path } from '#agreements/faults/file-fault.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import { DECIDING } from './deciding-sections.ts'
import { othersFor } from './mutated-values.ts'
import { hasNoEffect } from './mutations-without-effect.ts'

/** One thing in a rule file written otherwise: where it stands, what it was and what it is; `GONE` when taken away. */
export type Mutation = { readonly path: Path; readonly was: unknown; readonly is: unknown }

/** What a part is changed to when it is taken away. */
export const GONE = Symbol('gone')

/**
 * Every single change to what a rule file decides: its numbers, operators, words and readings, its dates by a day (by a
 * month where only months count), the care types it covers, and each of its conditions, exceptions and times taken away.
 *
 * Left as they are: names, texts and citations, which decide nothing; who is bound and who signs (`parties`), and when a
 * month may be closed (`objections`, `quality`), which no single case turns on; an event's name, which is a word; the day from which the first billing holds, since it holds from
 * the file's first day whatever is written; and the examples, which are what is tried.
 */
export const mutationsOf = (file: RuleFile): readonly Mutation[] =>
  mutationsIn(file, []).filter((mutation) => !hasNoEffect(file, mutation))

const mutationsIn = (value: unknown, path: Path): readonly Mutation[] => {
  if (isOutside(path)) return []
  const own = [...othersFor(value, path), ...(canGo(value, path) ? [GONE] : [])].map((is) => ({ path, was: value, is }))
  if (Array.isArray(value)) return [...own, ...value.flatMap((part, index) => mutationsIn(part, [...path, index]))]
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, part]) => mutationsIn(part, [...path, key]))]
}

const WORDS: ReadonlySet<unknown> = new Set([
  ...['id', 'cites', 'text', 'question', 'closedBy', 'shipped', 'reading', 'reason', 'decidedBy', 'event', 'missing'],
  'why',
])

const isOutside = ([section, ...rest]: Path): boolean =>
  section !== undefined && (!DECIDING.has(section) || rest.some((key) => WORDS.has(key)))

/** Parts that may be missing, and lists whose entries may: one that the schema filled in is not in the file. */
const canGo = (value: unknown, path: Path): boolean => {
  const isFilledIn = value === 'none' || (Array.isArray(value) && value.length === 0)
  return !isFilledIn && (PARTS.has(path.at(-1)) || LISTS.has(path.at(-2)))
}

const PARTS: ReadonlySet<unknown> = new Set(['cutOff', 'longStay', 'exceptions', 'rounding', 'national'])
const LISTS: ReadonlySet<unknown> = new Set([
  ...['unknownPeriods', 'preconditions', 'exclusions', 'flags', 'exceptions', 'all', 'any', 'least', 'billing'],
  ...['openQuestions', 'alternatives'],
])

/** A file with one thing written otherwise; all else is the same, and shared with it. */
export const mutated = (file: RuleFile, { path, is }: Mutation): unknown => changed(file, path, is)

const changed = (value: unknown, [step, ...rest]: Path, is: unknown): unknown => {
  if (step === undefined) return is
  if (Array.isArray(value))
    return rest.length === 0 && is === GONE
      ? value.toSpliced(Number(step), 1)
      : value.with(Number(step), changed(value[Number(step)], rest, is))
  const entries = Object.entries(Object(value)).map(([key, part]) => [
    key,
    key === step ? changed(part, rest, is) : part,
  ])
  return Object.fromEntries(entries.filter(([, part]) => part !== GONE))
}
