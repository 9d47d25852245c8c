import { join } from 'node:path'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { openSqliteAccessLog } from '#local/sqlite-access-log.ts'
import { accessLog, accessLogReads } from '#store/access-log.ts'
import type { AccessRecord } from '#store/access-record.ts'
import { TableBusyError } from '#store/table.ts'
import type { Answer } from './api.ts'
import { closedBy } from './closing.ts'
import { aMintedService, type MintedService } from './minted-service.ts'
import { aDataFolder } from './service.ts'
import { callers, candidate, episode, ID, type RouteName, touchingRequests } from './touching-requests.ts'

/** A service whose log of accesses is watched, and can be away. */
export type WatchedService = MintedService & {
  /** The folder in which the file of the log lies. */
  readonly logFolder: string
  readonly away: (isAway: boolean) => void
  /** Sends the request of a route: what it answers, and the records that it leaves. */
  readonly ask: (
    name: RouteName,
    by: string | undefined,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly answer: Answer; readonly records: readonly ReturnType<typeof flat>[] }>
}

/** Starts a service with an episode in each of two regions, of which the one's month is closed. */
export const aWatchedService = async (): Promise<WatchedService> => {
  let [isAway, kept]: [boolean, AccessRecord[]] = [false, []]
  const logFolder = aDataFolder()
  const table = openSqliteAccessLog(join(logFolder, 'access-log.db'))
  const log = accessLog(table)
  const service = await aMintedService(callers, undefined, 'rules', {
    accessLog: {
      keep: async (record) => {
        if (isAway) throw new TableBusyError('The log is away')
        kept.push(record)
        await log.keep(record)
      },
    },
    accessLogReads: accessLogReads(table),
  })
  await service.put('region', `/v1/episodes/${ID}`, episode)
  await service.put('a joint group', '/v1/episodes/24~candidate', candidate)
  await closedBy(service, 'region', { agreement: 'stockholm-somatic', month: '2020-03' })
  return {
    ...service,
    logFolder,
    away: (now) => {
      isAway = now
    },
    ask: async (name, by, more = {}) => {
      const { method, path: template }: Route = routes[name]
      const { path = template, sent = {} } = touchingRequests[name] ?? {}
      kept = []
      const answer = await service.request(by, method, path, { ...sent, headers: { ...sent.headers, ...more } })
      return { answer, records: kept.map(flat) }
    },
    stop: async () => {
      await service.stop()
      table.close()
    },
  }
}

/** A record with what was touched by kind, each once. */
const flat = ({ touched, ...record }: AccessRecord) => {
  const all = (name: 'episode' | 'pseudonym' | 'careUnit') => [...new Set(touched.flatMap((one) => one[name] ?? []))]
  return { ...record, episodes: all('episode'), pseudonyms: all('pseudonym'), careUnits: all('careUnit') }
}
