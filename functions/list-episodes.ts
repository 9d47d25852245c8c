import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { decisionAnswer } from './decisions/decision-answer.ts'
import { refuseDisposed } from './disposals/refuse-disposed.ts'
import type { Reading } from './environment.ts'
import { episodeAnswer } from './episodes/episode-answer.ts'
import { knownAt } from './episodes/known-at.ts'
import { visibleEpisodes } from './episodes/list-visible.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { asAdjusted } from './settlements/adjustments.ts'

/** Answers the caller's episodes, each with its decision. */
export const answer = endpoint(routes.listEpisodes, async ({ caller, query, touched }, environment: Reading) => {
  const asOf = knownAt(query)
  const [catalog, visible] = await Promise.all([
    environment.catalog(asOf),
    visibleEpisodes(environment.unitMonths, caller, { ...query, asOf }),
  ])
  if (visible.length === 0 && query.month !== undefined)
    await refuseDisposed(environment.disposals, caller, query.month)
  const episodes = visible.map((episode) => decideInBulk(catalog, episode))
  const decided = (await asAdjusted(environment, episodes, asOf)).filter(
    ({ decision }) => query.outcome === undefined || decision.outcome === query.outcome,
  )
  const page = pageOf('episodes', decided, query)
  const shown = await Promise.all(page.episodes.map(withContent(environment)))
  touched(...shown.map(({ episode, stored }) => touchedEpisode(episode, stored)))
  const answers = shown.map(({ episode, stored }) => ({
    ...episodeAnswer({ region: episode.region, id: episode.id }, stored),
    decision: decisionAnswer(episode.decision),
  }))
  return { status: 200, body: { ...page, episodes: answers } }
})

export const handler = deployed(answer, logged(reading))

const withContent = (environment: Reading) => async (episode: DecidedEpisode) => {
  const { region, id, revision } = episode
  const stored = await environment.episodes.revision(region, id, revision)
  if (stored === undefined) throw new Error(`A row names a revision that is not stored: ${region}~${id} ${revision}`)
  return { episode, stored }
}
