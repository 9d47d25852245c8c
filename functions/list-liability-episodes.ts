import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { decisionAnswer } from './decisions/decision-answer.ts'
import type { Reading } from './environment.ts'
import { showEpisodeId } from './episodes/episode-reference.ts'
import { findLiability } from './liabilities/find-liabilities.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { episodesBehind } from './settlements/episodes-behind.ts'

/** Answers the episodes behind a liability, counted, left out and undetermined, each with its decision. */
export const answer = endpoint(
  routes.listLiabilityEpisodes,
  async ({ caller, params, query }, environment: Reading) => {
    const found = await findLiability(environment, caller, params.liability, query.asOf)
    const episodes = found.kind === 'live' ? found.liability.episodes : await episodesBehind(environment, found.closed)
    const page = pageOf('episodes', episodes, query)
    return {
      status: 200,
      body: { ...page, episodes: await Promise.all(page.episodes.map(withCaseNumber(environment))) },
    }
  },
)

export const handler = deployed(answer, reading)

/** The case number is what both parties' systems share; it is not needed for a decision, so the row does not hold it. */
const withCaseNumber =
  ({ episodes }: Reading) =>
  async ({ region, id, revision, facts, decision }: DecidedEpisode) => ({
    id: showEpisodeId({ region, id }),
    revision,
    hospital: facts.hospital,
    caseNumber: (await episodes.revision(region, id, revision))?.episode.caseNumber ?? null,
    decision: decisionAnswer(decision),
  })
