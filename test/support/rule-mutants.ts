import { conditionFacts } from '#schemas/rule-file/condition.ts'

/** A rule file in which one thing is written otherwise, and what that is. */
export type RuleMutant = { readonly change: string; readonly file: unknown }

type Path = readonly (string | number)[]
type Change = { readonly path: Path; readonly to: unknown }

/** What a part is changed to when it is taken away. */
const GONE = Symbol('gone')

/**
 * Every single change to what a rule file decides: its numbers, words, operators, cut-off, dates and readings, and each
 * precondition, exclusion, flag and exception taken away.
 */
export const mutantsOf = (file: unknown): readonly RuleMutant[] =>
  changesIn(file, []).map(({ path, to }) => ({
    change: `${path.join('.')}: ${JSON.stringify(at(file, path))} → ${to === GONE ? 'nothing' : JSON.stringify(to)}`,
    file: changed(file, path, to),
  }))

const changesIn = (value: unknown, path: Path): readonly Change[] => {
  if (isOutside(path)) return []
  const own = alternativesTo(value, path).map((to) => ({ path, to }))
  if (Array.isArray(value)) return [...own, ...value.flatMap((part, index) => changesIn(part, [...path, index]))]
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, part]) => changesIn(part, [...path, key]))]
}

const DECIDING = new Set([
  'clock',
  'preconditions',
  'exclusions',
  'flags',
  'model',
  'amount',
  'billing',
  'openQuestions',
])
const WORDS = new Set(['id', 'cites', 'text', 'question', 'closedBy', 'shipped', 'reading', 'reason', 'decidedBy'])

/** Names and texts decide nothing; how a level is to be determined is not part of an example, which gives its value. */
const isOutside = ([section, ...rest]: Path): boolean =>
  section !== undefined &&
  (!DECIDING.has(`${section}`) || rest.some((key) => WORDS.has(`${key}`)) || rest.includes('determined'))

const READINGS: Readonly<Record<string, readonly unknown[]>> = {
  periods: ['sum', 'last'],
  late: ['after', 'from'],
  effect: ['one-more-free-day', 'next-day-is-day-zero'],
  dayZero: ['in-mean', 'out-of-mean'],
  leftOut: ['leaves-mean', 'counts-zero-days'],
  status: ['active', 'shadow', 'suspended'],
  days: ['calendar', { working: { holidays: 'sweden', alsoFree: ['saturday'] } }],
  startIsPlaceholder: [true, false],
}

const alternativesTo = (value: unknown, path: Path): readonly unknown[] => {
  const [parent = '', key = ''] = path.join('.').split('.').slice(-2)
  if (key === 'charge')
    return others(parent === 'longStay' ? ['all-days', 'beyond-limit'] : ['excess', 'all-days'], value)
  if (READINGS[key] !== undefined) return others(READINGS[key], value)
  if ((key === 'level' || parent === 'least') && typeof value === 'string') return [tenth(value, 1), tenth(value, -1)]
  if (key === 'time') return ['11:59', '12:01', '00:00', '23:59']
  if (key === 'operator') return others(OPERATORS, value)
  if (PARTS.has(key) || LISTS.has(parent)) return [GONE]
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string' && DATE.test(value)) return datesBeside(value, path)
  if (key === 'value' || parent === 'value')
    return others(WORD_LISTS.find((words) => words.includes(`${value}`)) ?? [], value)
  return []
}

/** The billing of a month is the one on its first day, so only a month more or less makes a difference. */
const datesBeside = (date: string, [section, index]: Path): readonly string[] => {
  const isFirstBilling = section === 'billing' && index === 0
  return isFirstBilling ? [] : [1, -1].map((step) => shifted(date, section === 'billing' ? 31 * step : step))
}

const OPERATORS = ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']
const PARTS = new Set(['cutOff', 'longStay', 'exceptions', 'rounding', 'national'])
const LISTS = new Set(['preconditions', 'exclusions', 'flags', 'exceptions', 'all', 'any', 'openQuestions'])
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const WORD_LISTS: readonly (readonly string[])[] = Object.values(conditionFacts).flatMap((kind) =>
  typeof kind === 'string' ? [] : [kind],
)

const others = (all: readonly unknown[], value: unknown): readonly unknown[] =>
  all.filter((other) => JSON.stringify(other) !== JSON.stringify(value))

const tenth = (level: string, step: number): string => (Number(level) + step / 10).toFixed(1)

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const at = (value: unknown, [step, ...rest]: Path): unknown =>
  step === undefined ? value : at((value as Readonly<Record<string, unknown>>)[step], rest)

const changed = (file: unknown, path: Path, to: unknown): unknown => {
  const copy = structuredClone(file)
  const parent = at(copy, path.slice(0, -1))
  const key = path.at(-1)
  if (Array.isArray(parent) && to === GONE) parent.splice(Number(key), 1)
  else if (to === GONE) delete (parent as Record<string, unknown>)[`${key}`]
  else (parent as Record<string, unknown>)[`${key}`] = to
  return copy
}
