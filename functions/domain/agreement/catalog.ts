import type { CivilDate } from '../calendar/civil-date.ts'
import type { Fraction } from '../money/fraction.ts'
import type { Ore } from '../money/ore.ts'
import type { Rule } from './rule.ts'

/** The value that a determined level was given once, and what it rests on. */
export type Determination = {
  readonly agreement: string
  readonly stage: string
  readonly value: Fraction
  readonly source: string
}

/** The price of a care day in one year, with where it was read. */
export type DayAmount = { readonly year: number; readonly ore: Ore; readonly source: string }

/** Everything published that decides: rule versions, declared events, determinations and the national day amounts. */
export type Catalog = {
  readonly rules: readonly Rule[]
  readonly events: readonly { readonly agreement: string; readonly event: string; readonly on: CivilDate }[]
  readonly determinations: readonly Determination[]
  readonly dayAmounts: readonly DayAmount[]
}

export const declaredOn = (
  { events }: Pick<Catalog, 'events'>,
  agreement: string,
  event: string,
): CivilDate | undefined => events.find((declared) => declared.agreement === agreement && declared.event === event)?.on

export const determinationOf = (catalog: Catalog, agreement: string, stage: string): Determination | undefined =>
  catalog.determinations.find((made) => made.agreement === agreement && made.stage === stage)
