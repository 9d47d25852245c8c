import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { decisionAnswer } from './decisions/decision-answer.ts'
import type { Reading } from './environment.ts'
import { showEpisodeId } from './episodes/episode-reference.ts'
import { findLiability } from './liabilities/find-liabilities.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { episodesBehind } from './settlements/episodes-behind.ts'

/** Answers the episodes behind a liability, counted, left out and undetermined, each with its decision. */
export const answer = endpoint(
  routes.listLiabilityEpisodes,
  async ({ caller, params, query, touched }, environment: Reading) => {
    const found = await findLiability(environment, caller, params.liability, query.asOf)
    const episodes = found.kind === 'live' ? found.liability.episodes : await episodesBehind(environment, found.closed)
    const page = pageOf('episodes', episodes, query)
    const shown = await Promise.all(page.episodes.map(withStay(environment)))
    touched(...shown.map(({ what }) => what))
    return { status: 200, body: { ...page, episodes: shown.map(({ answer: each }) => each) } }
  },
)

export const handler = deployed(answer, logged(reading))

/** The case number is what both parties' systems share; it is not needed for a decision, so the row does not hold it. */
const withStay =
  ({ episodes }: Reading) =>
  async ({ region, id, revision, facts, decision }: DecidedEpisode) => {
    const [episode, hospital] = [showEpisodeId({ region, id }), facts.hospital]
    const stay = (await episodes.revision(region, id, revision))?.episode
    return {
      what: { episode, hospital, pseudonym: stay?.patient.pseudonym },
      answer: {
        id: episode,
        revision,
        hospital,
        caseNumber: stay?.caseNumber ?? null,
        decision: decisionAnswer(decision),
      },
    }
  }
