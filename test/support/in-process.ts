import { composeEnvironment, type Environment } from '#functions/environment.ts'
import { answer as getDecision } from '#functions/get-decision.ts'
import { answer as getEpisode } from '#functions/get-episode.ts'
import { answer as getLiability } from '#functions/get-liability.ts'
import { answer as getRuleCalendar } from '#functions/get-rule-calendar.ts'
import { answer as importEpisodes } from '#functions/import-episodes.ts'
import { answer as listEpisodes } from '#functions/list-episodes.ts'
import { answer as listLiabilities } from '#functions/list-liabilities.ts'
import type { Endpoint, LambdaHandler } from '#http/endpoint.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { scope } from '#schemas/scope.ts'
import { anEvent } from '../http/an-event.ts'
import { anEnvironment } from './an-environment.ts'

/** A service without a server, for properties: made in a moment, and all of one region's. */
export type InProcess = {
  /** Imports bodies with their ids in this order; throws when one is refused. */
  readonly send: (episodes: readonly object[]) => Promise<void>
  /** The text of the list of a month's liabilities. */
  readonly liabilities: (month: string, query?: string) => Promise<string>
  /** The text of one liability with its steps. */
  readonly liability: (id: string) => Promise<string>
  /** The text of the list of all episodes with their decisions. */
  readonly episodes: (query?: string) => Promise<string>
  /** The text of one episode, and that of its decision. */
  readonly episode: (id: string, query?: string) => Promise<readonly [string, string]>
  /** The text of a county's rule calendar. */
  readonly ruleCalendar: (region: string, query?: string) => Promise<string>
}

/** Makes such services of region 01 over one catalog, which is published once. */
export const inProcessServices = async (): Promise<() => InProcess> => {
  const published = await anEnvironment({ verifyToken: everythingOf('01') })
  return () => {
    const empty = composeEnvironment({ ...published, table: openSqliteTable(':memory:') })
    return inProcess({ ...empty, catalog: published.catalog })
  }
}

/** Verifies any token as one that may do everything for a region. */
export const everythingOf =
  (region: string): Environment['verifyToken'] =>
  async () => ({ sub: 'everyone', scopes: new Set(scope.options), tenant: { kind: 'region', region } })

/** A service over an environment whose every token is accepted. */
export const inProcess = (environment: Environment): InProcess => {
  const ask = async (endpoint: Endpoint<Environment>, details: Parameters<typeof anEvent>[0]): Promise<string> => {
    const handler: LambdaHandler = endpoint.bind(environment)
    const headers = { authorization: 'Bearer any', 'content-type': 'application/x-ndjson' }
    const { statusCode, body = '' } = await handler(anEvent({ headers, ...details }), {
      getRemainingTimeInMillis: () => 29_000,
    })
    if (statusCode !== 200) throw new Error(`${endpoint.route.file} answers ${statusCode}: ${body}`)
    return body
  }
  return {
    send: async (episodes) => {
      const body = await ask(importEpisodes, { body: episodes.map((episode) => JSON.stringify(episode)).join('\n') })
      if (body.includes('"result":"refused"')) throw new Error(`An episode is refused: ${body}`)
    },
    liabilities: (month, query = '') => ask(listLiabilities, { query: `month=${month}&limit=500${query}` }),
    liability: (id) => ask(getLiability, { pathParameters: { liability: id } }),
    episodes: (query = '') => ask(listEpisodes, { query: `limit=500${query}` }),
    episode: (id, query = '') => {
      const details = { pathParameters: { episode: id }, query: query.slice(1) }
      return Promise.all([ask(getEpisode, details), ask(getDecision, details)])
    },
    ruleCalendar: (region, query = '') => ask(getRuleCalendar, { query: `region=${region}${query}` }),
  }
}
