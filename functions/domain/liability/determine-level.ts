import type { Level } from '#schemas/rule-file/model.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import { type Fraction, fraction, roundTo } from '../money/fraction.ts'

/** How a level is to be determined: which discharges, with or without day zero, and to how many decimals. */
export type LevelFormula = Extract<Level, { determined: unknown }>['determined']

/** A stay that was discharged on a date, with its ready days. */
export type DischargedStay = { readonly on: CivilDate; readonly readyDays: number }

/** A level worked out: the exact mean, the same rounded half up to the formula's decimals, and what it is the mean of. */
export type DeterminedLevel = {
  readonly value: Fraction
  readonly rounded: Fraction
  readonly episodes: number
  readonly readyDays: number
}

/** The formula of a level that is determined from data, or that is the least of several of which one is. */
export const formulaOf = (level: Level): LevelFormula | undefined => formulasIn(level)[0]

/** Every formula by which a level, or one of those that it is the least of, is determined. */
export const formulasIn = (level: Level): readonly LevelFormula[] => {
  if (typeof level === 'string') return []
  return 'determined' in level ? [level.determined] : level.least.flatMap(formulasIn)
}

/** The mean ready days of the stays discharged in the formula's time, its last day included; undefined when there are none. */
export const determineLevel = (
  { from, until, dayZero, decimals }: LevelFormula,
  stays: readonly DischargedStay[],
): DeterminedLevel | undefined => {
  const counted = stays.filter(
    ({ on, readyDays }) => from <= on && on <= until && (dayZero === 'included' || readyDays > 0),
  )
  if (counted.length === 0) return undefined
  const readyDays = counted.reduce((sum, stay) => sum + stay.readyDays, 0)
  const value = fraction(readyDays, counted.length)
  return { value, rounded: roundTo(value, decimals), episodes: counted.length, readyDays }
}
