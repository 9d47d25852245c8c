import type { Catalog, DayAmount } from '../agreement/catalog.ts'
import type { Rule } from '../agreement/rule.ts'
import { type CivilDate, yearOf } from '../calendar/civil-date.ts'
import { add, type Fraction, fraction, zero } from '../money/fraction.ts'
import { type Ore, parseOre, priceOf } from '../money/ore.ts'

/** The price of a care day in a year under a rule, and where it was read; undefined where the year has no amount. */
export type Price = (year: number) => { readonly ore: Ore; readonly source: string } | undefined

/** The rule's own day amount, or the national one (5 kap. 6 §) as the region has declared it, else as it is published. */
export const priceUnder = ({ file, cite }: Rule, catalog: Catalog, region?: string): Price => {
  if ('own' in file.amount) {
    const own = { ore: parseOre(file.amount.own), source: cite(file.cites.amount ?? '') }
    return () => own
  }
  return nationalAmounts(catalog, region)
}

/** The national amount of a year as the region has declared it, else as it is published; undefined where it has none. */
export const nationalAmounts = (
  { dayAmounts }: Pick<Catalog, 'dayAmounts'>,
  region?: string,
): ((year: number) => DayAmount | undefined) => {
  const declared = dayAmounts.filter((amount) => amount.region !== undefined && amount.region === region)
  const published = dayAmounts.filter((amount) => amount.region === undefined)
  return (year) => [...declared, ...published].find((amount) => amount.year === year)
}

/** Days to be charged, by the year whose amount they cost. */
export type DaysByYear = ReadonlyMap<number, Fraction>

export const inYear = (year: number, days: Fraction): DaysByYear => new Map(days.n === 0n ? [] : [[year, days]])

export const byOwnYear = (dates: readonly CivilDate[]): DaysByYear => {
  const days = new Map<number, number>()
  for (const date of dates) days.set(yearOf(date), (days.get(yearOf(date)) ?? 0) + 1)
  return new Map([...days].sort(([a], [b]) => a - b).map(([year, count]) => [year, fraction(count)]))
}

export const together = (a: DaysByYear, b: DaysByYear): DaysByYear => {
  const years = [...new Set([...a.keys(), ...b.keys()])].sort((left, right) => left - right)
  return new Map(years.map((year) => [year, add(a.get(year) ?? zero, b.get(year) ?? zero)]))
}

export const totalDays = (days: DaysByYear): Fraction => [...days.values()].reduce(add, zero)

/** What the days cost, each year's rounded half up to the öre; undefined while a year with days has no amount. */
export const totalOre = (days: DaysByYear, price: Price): Ore | undefined => {
  let total: Ore = 0n
  for (const [year, count] of days) {
    const amount = price(year)
    if (amount === undefined) return undefined
    total += priceOf(count, amount.ore)
  }
  return total
}
