import { endpoint } from '#http/endpoint.ts'
import type { Reading } from './environment.ts'
import { entityTag, episodeAnswer } from './episodes/episode-answer.ts'
import { findEpisode } from './episodes/find-episode.ts'
import { knownAt } from './episodes/known-at.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers the revision of an episode that counts, or that counted as of an instant. */
export const answer = endpoint(routes.getEpisode, async ({ caller, params, query, touched }, environment: Reading) => {
  const { reference, current } = await findEpisode(environment, caller, params.episode, knownAt(query))
  touched(touchedEpisode(reference, current))
  return { status: 200, headers: { etag: entityTag(current) }, body: episodeAnswer(reference, current) }
})

export const handler = deployed(answer, logged(reading))
