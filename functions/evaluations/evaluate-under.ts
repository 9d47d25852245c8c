import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulkAsIf } from '#domain/liability/decide-in-bulk.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesFrom } from '#domain/liability/month.ts'

/** An episode that is evaluated and never recorded. */
export type Case = { readonly id: string; readonly facts: EpisodeFacts }

/** What a rule makes of episodes: the decision on each, and each unit's months. */
export type Evaluation = {
  readonly rule: Rule
  readonly decided: readonly DecidedEpisode[]
  readonly liabilities: readonly Liability[]
}

/** Evaluates episodes as if a rule governed them all; the catalog gives determinations and day amounts only. */
export const evaluateUnder = (rule: Rule, catalog: Catalog, cases: readonly Case[]): Evaluation => {
  // Nobody sent them: episodes of one unit belong together whatever region they tell of.
  const decided = cases.map(({ id, facts }) => decideInBulkAsIf(rule, { region: '', id, revision: 1, facts }))
  const months = Map.groupBy(decided, ({ facts: { discharge } }) =>
    discharge === undefined ? undefined : monthOf(discharge.on),
  )
  const liabilities = [...months].flatMap(([month, own]) =>
    month === undefined ? [] : liabilitiesFrom(catalog, month, own),
  )
  return { rule, decided, liabilities: liabilities.toSorted(byMonth) }
}

const byMonth = ({ key: a }: Liability, { key: b }: Liability): number =>
  a.month < b.month ? -1 : a.month > b.month ? 1 : 0
