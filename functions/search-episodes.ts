import { factsOf } from '#domain/episode/facts.ts'
import { checkIdentity } from '#domain/episode/identity-number.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { unprocessable } from '#http/problem.ts'
import { decisionAnswer } from './decisions/decision-answer.ts'
import type { Searching } from './environment.ts'
import { episodeAnswer } from './episodes/episode-answer.ts'
import { episodesOfPerson } from './episodes/find-person.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, searching } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { asAdjusted } from './settlements/adjustments.ts'

/** Answers the caller's own episodes for one person; the number is neither stored nor logged. */
export const answer = endpoint(
  routes.searchEpisodes,
  async ({ caller, body, query, touched }, environment: Searching) => {
    const checked = checkIdentity(body.identity)
    if (!checked.ok) throw unprocessable([{ pointer: '/identity/value', rule: checked.fault }])
    const [catalog, { found, pseudonyms }] = await Promise.all([
      environment.catalog(),
      episodesOfPerson(environment, caller, checked.normal),
    ])
    // Who was searched for is known even when nothing is found.
    touched(...pseudonyms)
    const decided = found.map(({ reference, current }) =>
      decideInBulk(catalog, { ...reference, revision: current.number, facts: factsOf(current.episode) }),
    )
    const adjusted = await asAdjusted(environment, decided)
    const answers = found.flatMap(({ reference, current }, index) => {
      const decision = adjusted[index]?.decision
      return decision === undefined ? [] : { ...episodeAnswer(reference, current), decision: decisionAnswer(decision) }
    })
    touched(...pageOf('found', found, query).found.map(({ reference, current }) => touchedEpisode(reference, current)))
    return { status: 200, body: pageOf('episodes', answers, query) }
  },
)

export const handler = deployed(answer, logged(searching))
