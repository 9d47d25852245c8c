import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import { stayOf } from '#store/revision.ts'
import type { Reading } from './environment.ts'
import { findLiability } from './liabilities/find-liabilities.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { statementFacts } from './settlements/statement-facts.ts'

/** Answers the stays that a closed month rests on, in the order of its manifest, with nothing that tells whose they are. */
export const answer = endpoint(routes.exportEpisodes, async ({ caller, params, touched }, environment: Reading) => {
  const { settlements, episodes } = environment
  const found = await findLiability(environment, caller, params.liability)
  if (found.kind === 'live') throw notFound()
  const { region, month, statement } = found.closed
  const lines: string[] = []
  for (const { episode, revision } of await settlements.manifest(region, month, statementFacts(statement).root)) {
    const [of = '', id = ''] = episode.split('~')
    const stored = await episodes.revision(of, id, revision)
    if (stored === undefined) throw new Error('A revision that a statement rests on is missing')
    const { patient, hospital } = stored.episode
    touched({ episode, hospital, pseudonym: patient.pseudonym })
    lines.push(`${canonicalJson({ episode, revision, stay: stayOf(stored.episode) })}\n`)
  }
  return { status: 200, raw: { mediaType: 'application/x-ndjson; charset=utf-8', text: lines.join('') } }
})

export const handler = deployed(answer, logged(reading))
