import type { Model } from '#schemas/rule-file/model.ts'
import type { Catalog } from '../agreement/catalog.ts'
import { type LevelValue, levelValue } from '../agreement/level.ts'
import type { Rule } from '../agreement/rule.ts'
import { type Month, yearOf } from '../calendar/civil-date.ts'
import { type Fraction, zero } from '../money/fraction.ts'
import type { Ore } from '../money/ore.ts'
import { averageDays, meanReadyDays } from './average-days.ts'
import { countedMembers, type Member, readyDaysInMean, withStanding } from './cohort.ts'
import { byOwnYear, type DaysByYear, inYear, type Price, priceUnder, together, totalDays, totalOre } from './money.ts'

/** What a settlement is made under: a rule or a reading of its model, and what it needs from the catalog. */
export type Terms = {
  readonly rule: Rule
  readonly model: Model
  readonly level: LevelValue | undefined
  readonly price: Price
  readonly month: Month
}

type Where = { readonly region: string; readonly month: Month }

/** The terms of a rule in a region's month, under its shipped model or under one reading of it. */
export const termsOf = (rule: Rule, model: Model, catalog: Catalog, { region, month }: Where): Terms => ({
  rule,
  model,
  level: model.kind === 'average' ? levelValue(model.level, rule.reference, catalog) : undefined,
  price: priceUnder(rule, catalog, region),
  month,
})

/** Days and money; days undefined while they cannot be known, money also while a day amount is missing. */
export type Owed = { readonly days: Fraction | undefined; readonly ore: Ore | undefined }

/** The figures of a unit's month under one set of terms. Undetermined members are in none of them but their own count. */
export type Settlement = {
  readonly cohort: {
    readonly episodes: number
    readonly dayZero: number
    readonly readyDays: number
    readonly average: Fraction | undefined
    readonly leftOut: number
    readonly undetermined: number
  }
  /** Days of the average model; undefined while its level is not determined. */
  readonly averagePart: DaysByYear | undefined
  readonly individualPart: { readonly episodes: number; readonly days: DaysByYear }
}

export const settle = (terms: Terms, members: readonly Member[]): Settlement => {
  const { model } = terms
  const counted = countedMembers(members)
  const cohort = model.kind === 'average' ? readyDaysInMean(model, members) : counted.map(({ readyDays }) => readyDays)
  const readyDays = cohort.reduce((sum, days) => sum + days, 0)
  const charged = counted.flatMap(({ chargedOn }) =>
    chargedOn === undefined || chargedOn.length === 0 ? [] : [chargedOn],
  )
  return {
    cohort: {
      episodes: cohort.length,
      dayZero: cohort.filter((days) => days === 0).length,
      readyDays,
      average: model.kind === 'average' ? meanReadyDays(model, readyDays, cohort.length) : undefined,
      leftOut: withStanding(members, 'left-out').length,
      undetermined: withStanding(members, 'undetermined').length,
    },
    averagePart: averagePart(terms, readyDays, cohort.length),
    individualPart: { episodes: charged.length, days: byOwnYear(charged.flat()) },
  }
}

/** Without ready days nothing exceeds any level; otherwise the level must be known. */
const averagePart = ({ model, level, month }: Terms, readyDays: number, episodes: number): DaysByYear | undefined => {
  if (model.kind !== 'average' || level === undefined || readyDays === 0) return inYear(yearOf(month), zero)
  return level.known ? inYear(yearOf(month), averageDays(model, level.value, readyDays, episodes)) : undefined
}

export const owed = (days: DaysByYear | undefined, price: Price): Owed =>
  days === undefined ? { days: undefined, ore: undefined } : { days: totalDays(days), ore: totalOre(days, price) }

/** Both parts together. */
export const totalPart = ({ averagePart: average, individualPart }: Settlement): DaysByYear | undefined =>
  average === undefined ? undefined : together(average, individualPart.days)
