import type { Formula } from '#schemas/rule-file/model.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import type { Fraction } from '../money/fraction.ts'
import type { Ore } from '../money/ore.ts'
import type { Rule } from './rule.ts'

/** The value that a determined level was given once, and what it rests on; without a formula, for any. */
export type Determination = {
  readonly agreement: string
  readonly stage: string
  readonly formula?: Formula
  readonly value: Fraction
  readonly source: string
}

/** The price of a care day in one year, with where it was read; for the hospitals of one region where it is named. */
export type DayAmount = {
  readonly year: number
  readonly ore: Ore
  readonly source: string
  readonly region?: string
}

/** Everything published that decides: rule versions, declared events, determinations and day amounts. */
export type Catalog = {
  readonly rules: readonly Rule[]
  /** Versions that are uploaded and not signed: they decide nothing, and where one would, the answer says so. */
  readonly pending?: readonly Rule[]
  readonly events: readonly { readonly agreement: string; readonly event: string; readonly on: CivilDate }[]
  readonly determinations: readonly Determination[]
  readonly dayAmounts: readonly DayAmount[]
}

export const declaredOn = (
  { events }: Pick<Catalog, 'events'>,
  agreement: string,
  event: string,
): CivilDate | undefined => events.find((declared) => declared.agreement === agreement && declared.event === event)?.on

/** The value that a stage's level was given; another formula asks for another value. */
export const determinationOf = (
  catalog: Catalog,
  { agreement, stage }: Pick<Determination, 'agreement' | 'stage'>,
  formula: Formula,
): Determination | undefined =>
  catalog.determinations.find(
    (made) =>
      made.agreement === agreement &&
      made.stage === stage &&
      (made.formula === undefined || isSameFormula(made.formula, formula)),
  )

const isSameFormula = (a: Formula, b: Formula): boolean =>
  a.measure === b.measure &&
  a.dayZero === b.dayZero &&
  a.from === b.from &&
  a.until === b.until &&
  a.decimals === b.decimals &&
  a.mode === b.mode
