import { parseDecimal } from '#domain/money/decimal.ts'
import { exactly } from '#domain/money/fraction.ts'
import type { Level } from '#schemas/rule-file/model.ts'
import type { Text } from '#schemas/text.ts'
import { decimalWords, joined, say } from './in-words.ts'

/** A level on one line, the same for levels that mean the same. */
export const levelWritten = (level: Level): string => {
  if (typeof level === 'string') return exactly(parseDecimal(level))
  if ('least' in level) return `least(${[...new Set(level.least.map(levelWritten))].sort().join(', ')})`
  const { measure, dayZero, from, until, decimals, mode } = level.determined
  return `determined(${[measure, `day zero ${dayZero}`, `${from}–${until}`, `${decimals} decimals ${mode}`].join(', ')})`
}

/** A level as it would be said aloud. */
export const levelInWords = (level: Level): Text => {
  if (typeof level === 'string') return decimalWords(level)
  if ('least' in level) {
    const { sv, en } = joined(level.least.map(levelInWords), ' och ', ' and ')
    return say(`det lägsta av ${sv}`, `the least of ${en}`)
  }
  const { dayZero, from, until, decimals } = level.determined
  const [withSv, withEn] = dayZero === 'included' ? ['med', 'with'] : ['utan', 'without']
  return say(
    `länets snitt ${from}–${until}, ${withSv} dag noll, ${decimals} decimaler`,
    `the county mean ${from}–${until}, ${withEn} day zero, ${decimals} decimals`,
  )
}
