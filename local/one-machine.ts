import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { publishFolder } from '#agreements/publish-folder.ts'
import { composeEnvironment, type Environment } from '#functions/environment.ts'
import { routes } from '#functions/routes.ts'
import { correctEverywhere } from '#functions/settlements/correct-closed.ts'
import { performers } from '#functions/work/performers.ts'
import type { ClientLimits } from '#http/client-limits.ts'
import type { LogEntry } from '#http/log-entry.ts'
import { tokenVerifier } from '#http/token-verifier.ts'
import { accessLog, accessLogReads } from '#store/access-log.ts'
import { exportFolder } from './export/export-folder.ts'
import { type RunningServer, serve } from './http-server.ts'
import { keyFilePseudonyms } from './key-file-pseudonyms.ts'
import { memoryCounts } from './memory-counts.ts'
import { routeHandlers } from './route-handlers.ts'
import { openSqliteAccessLog } from './sqlite-access-log.ts'
import { databaseIn } from './sqlite-database.ts'
import { openSqliteTable } from './sqlite-table.ts'
import { startTaskLoop } from './task-loop.ts'
import { taskQueue } from './task-queue.ts'
import { tokenIssuer } from './token-issuer.ts'

/** Where a service on one machine keeps its data and finds its rules, and where it listens. */
export type OneMachine = {
  readonly dataFolder: string
  readonly rulesFolder: string
  readonly port: number
  readonly log: (entry: LogEntry) => void
  readonly now?: () => Date
  /** How often a client may send; unless given, more often than one machine answers. */
  readonly clientLimits?: ClientLimits
  /** Runs when everything is in place and nothing is served yet. */
  readonly beforeServing?: (environment: Environment) => Promise<void>
}

/** Starts the whole service on one machine: store, rules, tasks, token issuer and API, the last on the loopback addresses only. */
export const startOneMachine = async (options: OneMachine): Promise<RunningServer> => {
  const { dataFolder, rulesFolder, port, log, now = () => new Date(), clientLimits = LIMITS, beforeServing } = options
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const table = openSqliteTable(databaseIn(dataFolder))
  const accesses = openSqliteAccessLog(join(dataFolder, 'access-log.db'))
  const close = (): void => {
    table.close()
    accesses.close()
  }
  try {
    const issuer = await tokenIssuer({ issuer: 'http://localhost/oauth2', audience: 'fristdag', now })
    const clock = (): string => now().toISOString()
    const queue = taskQueue(table, clock)
    let url = ''
    const exported = exportFolder({ folder: join(dataFolder, 'exports'), baseUrl: () => url, now })
    const environment = composeEnvironment({
      table,
      accessLog: accessLog(accesses),
      accessLogReads: accessLogReads(accesses),
      sendTasks: queue.send,
      shelf: exported,
      links: exported,
      pseudonyms: keyFilePseudonyms(join(dataFolder, 'pseudonym-keys.json')),
      verifyToken: tokenVerifier({ ...issuer, now }),
      clientLimits,
      countRequest: memoryCounts(),
      now: clock,
      log,
    })
    await publishFolder(environment.rules, rulesFolder, environment.now())
    await correctEverywhere(environment)
    await beforeServing?.(environment)
    const handlerFor = await routeHandlers({
      routes,
      environment,
      extra: { 'POST /oauth2/token': issuer.handler, [exported.routeKey]: exported.handler },
    })
    const server = await serve({ port, handlerFor, now })
    url = server.url
    const loop = startTaskLoop({ queue, performers, needed: environment, log })
    const stop = async (): Promise<void> => {
      await Promise.all([server.stop(), loop.stop()])
    }
    return { ...server, stop: () => stop().finally(close) }
  } catch (error) {
    close()
    throw error
  }
}

// Twice what one machine has been seen to answer: whoever shares it asks for less.
const LIMITS: ClientLimits = { all: { requests: 30_000, seconds: 10 }, of: {} }
