import { sha256 } from '#agreements/parse-rule.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { addDays, datesUntil, monthOf } from '#domain/calendar/civil-date.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { type DeterminedLevel, determineLevel } from '#domain/liability/determine-level.ts'
import type { Formula, Level } from '#schemas/rule-file/model.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'

/** A level measured on what is stored, and on what exactly: the hash of the list of revisions and their ready days. */
export type Measured = {
  /** Undefined while no stay has been discharged in the time. */
  readonly level: DeterminedLevel | undefined
  readonly snapshot: string
  /** Stays in the time that could belong to the mean, if only they were known. */
  readonly undetermined: number
}

/** How the level of a rule is to be determined; undefined where it is not. */
export const formulaOf = ({ file }: Rule): Formula | undefined => {
  if (file.model.kind !== 'average') return undefined
  return formulaIn(file.model.level)
}

const formulaIn = (level: Level): Formula | undefined => {
  if (typeof level === 'string') return undefined
  return 'determined' in level ? level.determined : level.least.map(formulaIn).find((found) => found !== undefined)
}

/** Measures the mean ready days of all units of an agreement, month by month, under the rules then in force. */
export const measureLevel = async (
  { catalog, unitMonths }: { readonly catalog: Catalog; readonly unitMonths: Pick<UnitMonthStore, 'ofRegion'> },
  agreement: string,
  region: string,
  formula: Formula,
): Promise<Measured> => {
  const stays: { readonly on: string; readonly readyDays: number; readonly line: string }[] = []
  let undetermined = 0
  for (const month of monthsIn(formula))
    for (const row of await unitMonths.ofRegion(region, month)) {
      const decided = decideInBulk(catalog, row)
      const on = row.facts.discharge?.on
      if (on === undefined || on < formula.from || formula.until < on || !concerns(decided, agreement)) continue
      const readyDays = decided.decision.days?.readyDays ?? 0
      if (decided.decision.outcome === 'undetermined') undetermined += 1
      else if (decided.decision.outcome === 'in-mean')
        stays.push({ on, readyDays, line: `${region}~${row.id} ${row.revision} ${readyDays}\n` })
    }
  const lines = stays.map(({ line }) => line).toSorted()
  const snapshot = sha256(lines.join(''))
  return { level: determineLevel(formula, stays), snapshot, undetermined }
}

/** An episode whose unit is not known could belong to the agreement; any other says which rule governs it. */
const concerns = ({ decision }: DecidedEpisode, agreement: string): boolean =>
  decision.rule === undefined ? decision.unit === undefined : decision.rule.reference.agreement === agreement

/** The months that a formula measures. */
export const monthsIn = ({ from, until }: Formula): readonly string[] => [
  ...new Set(datesUntil(from, addDays(until, 1)).map(monthOf)),
]
