import { liabilityUnder } from '#domain/liability/liability.ts'
import { recordedPart } from '#domain/settlement/account.ts'
import type { Computed } from '#domain/settlement/contested.ts'
import { catalogOfPremises } from './catalog-of-premises.ts'
import type { ClosedLiability } from './closed-liabilities.ts'
import { type EpisodeSources, episodesBehind } from './episodes-behind.ts'
import { statementFacts } from './statement-facts.ts'

/** A closed month computed once more from what its statement rests on, and from nothing else. */
export const liabilityBehind = async (sources: EpisodeSources, closed: ClosedLiability): Promise<Computed> => {
  const { region, month, statement } = closed
  const episodes = await episodesBehind(sources, closed)
  const rule = episodes.map(({ decision }) => decision.rule).find((each) => each !== undefined)
  if (rule === undefined) throw new Error('A closed month rests on no episode')
  const catalog = catalogOfPremises(statementFacts(statement), rule)
  const [municipality, district] = [recordedPart(statement.municipality), recordedPart(statement.district)]
  const key = { region, municipality, district, month, rule, unitKnown: true }
  return { liability: liabilityUnder(rule, key, episodes, catalog), catalog }
}
