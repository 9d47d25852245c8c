import { factsOf } from '#domain/episode/facts.ts'
import { endpoint } from '#http/endpoint.ts'
import { decideExplicitly } from './decisions/decide-explicitly.ts'
import { decisionAnswer } from './decisions/decision-answer.ts'
import type { Reading } from './environment.ts'
import { findEpisode } from './episodes/find-episode.ts'
import { knownAt } from './episodes/known-at.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { asAdjusted } from './settlements/adjustments.ts'

/** Answers what the rule in force, and the parties beside it, make of an episode, with every reason and its paragraph. */
export const answer = endpoint(routes.getDecision, async ({ caller, params, query, touched }, environment: Reading) => {
  const asOf = knownAt(query)
  const { reference, current } = await findEpisode(environment, caller, params.episode, asOf)
  touched(touchedEpisode(reference, current))
  const facts = factsOf(current.episode)
  const decision = await decideExplicitly(await environment.catalog(asOf), reference.region, facts)
  const decided = { ...reference, revision: current.number, facts, decision }
  const [adjusted = decided] = await asAdjusted(environment, [decided], asOf)
  return { status: 200, body: decisionAnswer(adjusted.decision) }
})

export const handler = deployed(answer, logged(reading))
