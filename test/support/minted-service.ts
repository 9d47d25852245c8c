import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Ground } from '#functions/environment.ts'
import { routes } from '#functions/routes.ts'
import { performers } from '#functions/work/performers.ts'
import type { LogEntry } from '#http/log-entry.ts'
import { tokenVerifier } from '#http/token-verifier.ts'
import { serve } from '#local/http-server.ts'
import { keyFilePseudonyms } from '#local/key-file-pseudonyms.ts'
import { routeHandlers } from '#local/route-handlers.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { startTaskLoop } from '#local/task-loop.ts'
import { taskQueue } from '#local/task-queue.ts'
import type { Table } from '#store/table.ts'
import { anEnvironment } from './an-environment.ts'
import { apiAt } from './api.ts'
import { aDataFolder, type Service } from './service.ts'

/** The claims of a token, beside those that every token has. */
export type Claims = Readonly<Record<string, unknown>>

/** A service whose tokens are signed with a test key, so that they can say anything. */
export type MintedService = Service & { readonly logged: readonly LogEntry[] }

/** Starts a service for callers by the name under which requests are made; `around` can put something before its table, and what is given stands in. */
export const aMintedService = async (
  callers: Readonly<Record<string, Claims>>,
  around: (table: Table) => Table = (table) => table,
  rulesFolder = 'rules',
  given: Partial<Ground> = {},
): Promise<MintedService> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] })
  const mint = ({ exp = '1h', ...claims }: Claims): Promise<string> =>
    new SignJWT({ sub: 'tester', ...claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('https://issuer.test')
      .setAudience('fristdag')
      .setExpirationTime(String(exp))
      .sign(privateKey)
  const dataFolder = aDataFolder()
  const table = openSqliteTable(join(dataFolder, 'fristdag.db'))
  const logged: LogEntry[] = []
  const now = (): string => new Date().toISOString()
  const queue = taskQueue(table, now)
  const ground = {
    table: around(table),
    sendTasks: queue.send,
    now,
    pseudonyms: keyFilePseudonyms(join(dataFolder, 'pseudonym-keys.json')),
    verifyToken: tokenVerifier({ issuer: 'https://issuer.test', audience: 'fristdag', keys }),
    log: (entry: LogEntry) => {
      logged.push(entry)
    },
    ...given,
  }
  const environment = await anEnvironment(ground, rulesFolder)
  const loop = startTaskLoop({ queue, performers, needed: environment, log: environment.log })
  const server = await serve({ port: 0, handlerFor: await routeHandlers({ routes, environment }) })
  return {
    ...apiAt(server.url, async (caller) => mint(claimsOf(callers, caller))),
    dataFolder,
    logged,
    stop: async () => {
      await Promise.all([server.stop(), loop.stop()])
      table.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

const claimsOf = (callers: Readonly<Record<string, Claims>>, caller: string): Claims => {
  const claims = callers[caller]
  if (claims === undefined) throw new Error(`No claims are given for ${caller}`)
  return claims
}
