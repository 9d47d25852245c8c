import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import type { Reading } from './environment.ts'
import { episodeAnswer } from './episodes/episode-answer.ts'
import { findEpisode } from './episodes/find-episode.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers every revision of an episode that the caller may see, in the order of arrival. */
export const answer = endpoint(
  routes.listRevisions,
  async ({ caller, params, query, touched }, environment: Reading) => {
    const { reference, current, revisions } = await findEpisode(environment, caller, params.episode)
    // Each may name another patient.
    touched(...revisions.map((revision) => touchedEpisode(reference, revision)))
    const answers = revisions.map((revision) => ({
      ...episodeAnswer(reference, revision),
      current: revision.number === current.number,
    }))
    return { status: 200, body: pageOf('revisions', answers, query) }
  },
)

export const handler = deployed(answer, logged(reading))
