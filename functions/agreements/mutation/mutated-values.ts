import type { Path } from '#agreements/faults/file-fault.ts'
import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import { careType } from '#schemas/codes.ts'
import { conditionFacts } from '#schemas/rule-file/condition.ts'

/** What could stand in a place of a rule file instead of what stands there; nothing for a name. */
export const othersFor = (value: unknown, path: Path): readonly unknown[] => {
  const [parent, key] = lastNames(path)
  if (key === 'charge')
    return except(parent === 'longStay' ? ['all-days', 'beyond-limit'] : ['excess', 'all-days'], value)
  if (READINGS[key] !== undefined && !Array.isArray(value)) return except(readingsOf(key, parent), value)
  if (SETS[key] !== undefined && Array.isArray(value)) return oneMoreOrLess(value, SETS[key])
  if (key === 'time') return except(['11:59', '12:01', '00:00', '23:59'], value)
  if (key === 'operator') return except(OPERATORS, value)
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value !== 'string') return []
  if (DECIMALS.has(key) || parent === 'least') return decimalsBeside(value)
  if (DATE.test(value)) return [1, -1].map((step) => (isByMonth(key, path) ? addMonths : addDays)(value, step))
  if (key === 'value' || parent === 'value')
    return except(WORD_LISTS.find((words) => words.includes(value)) ?? [], value)
  return []
}

/** The last two names on the way to a place; a reading's parameter is written as one name with points. */
const lastNames = (path: Path): readonly [parent: string, key: string] => {
  const [parent = '', key = ''] = ['', ...path.join('.').split('.')].slice(-2)
  return [parent, key]
}

const READINGS: Readonly<Record<string, readonly unknown[]>> = {
  unit: ['municipality', 'district'],
  periods: ['sum', 'last'],
  late: ['after', 'from'],
  effect: ['one-more-free-day', 'next-day-is-day-zero'],
  dayZero: ['in-mean', 'out-of-mean'],
  leftOut: ['leaves-mean', 'counts-zero-days'],
  status: ['active', 'shadow', 'suspended'],
  days: ['calendar', { working: { holidays: 'sweden', alsoFree: ['saturday'] } }],
  startIsPlaceholder: [true, false],
}

const readingsOf = (key: string, parent: string): readonly unknown[] =>
  key === 'dayZero' && parent === 'determined' ? ['included', 'excluded'] : (READINGS[key] ?? [])

/** Lists in which each word is there or not. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  careTypes: careType.options,
  alsoFree: ['saturday', 'midsummer-eve', 'christmas-eve', 'new-years-eve'],
}

const oneMoreOrLess = (words: readonly unknown[], all: readonly string[]): readonly unknown[] => [
  ...words.map((_, index) => words.toSpliced(index, 1)),
  ...all.filter((word) => !words.includes(word)).map((word) => [...words, word]),
]

const OPERATORS = ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

const DECIMALS: ReadonlySet<string> = new Set(['level', 'own'])

/** One more and one less in the last place, and none below zero. */
const decimalsBeside = (written: string): readonly string[] => {
  const [whole = '', decimals = ''] = written.split('.')
  const beside = [1n, -1n].map((step) => BigInt(whole + decimals) + step).filter((digits) => digits >= 0n)
  return beside.map((digits) => {
    const padded = `${digits}`.padStart(decimals.length + 1, '0')
    return decimals === '' ? padded : `${padded.slice(0, -decimals.length)}.${padded.slice(-decimals.length)}`
  })
}

const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

/** The billing of a month is the one on its first day, and an event acts on the first of a month. */
const isByMonth = (key: string, [section]: Path): boolean => section === 'billing' || key === 'notBefore'

const WORD_LISTS: readonly (readonly string[])[] = Object.values(conditionFacts).flatMap((kind) =>
  typeof kind === 'string' ? [] : [kind],
)

const except = (all: readonly unknown[], value: unknown): readonly unknown[] =>
  all.filter((other) => JSON.stringify(other) !== JSON.stringify(value))
