import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { liabilityUnder } from '#domain/liability/liability.ts'
import { parseExact } from '#domain/money/fraction.ts'
import { parseOre } from '#domain/money/ore.ts'
import type { Computed } from '#domain/settlement/contested.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { ClosedLiability } from './closed-liabilities.ts'
import { type EpisodeSources, episodesBehind } from './episodes-behind.ts'
import { statementFacts } from './statement-facts.ts'

/** A closed month computed once more from what its statement rests on, and from nothing else. */
export const liabilityBehind = async (sources: EpisodeSources, closed: ClosedLiability): Promise<Computed> => {
  const { region, month, statement } = closed
  const episodes = await episodesBehind(sources, closed)
  const rule = episodes.map(({ decision }) => decision.rule).find((each) => each !== undefined)
  if (rule === undefined) throw new Error('A closed month rests on no episode')
  const catalog = premisesOf(rule, closed)
  const [municipality, district] = [recorded(statement.municipality), recorded(statement.district)]
  const key = { region, municipality, district, month, rule, unitKnown: true }
  return { liability: liabilityUnder(rule, key, episodes, catalog), catalog }
}

const premisesOf = (rule: Rule, { statement }: ClosedLiability): Catalog => {
  const { dayAmounts, determinations } = statementFacts(statement)
  return {
    rules: [rule],
    events: [],
    determinations: determinations.map(({ value, ...made }) => withoutUndefined({ ...made, value: parseExact(value) })),
    dayAmounts: dayAmounts.map(({ year, amount, source, region }) =>
      withoutUndefined({ year, ore: parseOre(amount), source, region: region ?? undefined }),
    ),
  }
}

const recorded = (part: string): string | undefined => (part === '-' ? undefined : part)
