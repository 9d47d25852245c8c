import { factsOf } from '#domain/episode/facts.ts'
import { endpoint } from '#http/endpoint.ts'
import { decideExplicitly } from './decisions/decide-explicitly.ts'
import { decisionAnswer } from './decisions/decision-answer.ts'
import { deployed, type Reading, reading } from './environment.ts'
import { findEpisode } from './episodes/find-episode.ts'
import { routes } from './routes.ts'

/** Answers what the rule in force makes of an episode, with every reason and its paragraph. */
export const answer = endpoint(routes.getDecision, async ({ caller, params }, environment: Reading) => {
  const { reference, current } = await findEpisode(environment, caller, params.episode)
  const decision = await decideExplicitly(await environment.catalog(), reference.region, factsOf(current.episode))
  return { status: 200, body: decisionAnswer(decision) }
})

export const handler = deployed(answer, reading)
