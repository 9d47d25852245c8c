import { rmSync } from 'node:fs'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { exportMonth } from '#functions/exports/export-month.ts'
import { routes } from '#functions/routes.ts'
import { performers } from '#functions/work/performers.ts'
import type { LogEntry } from '#http/log-entry.ts'
import { tokenVerifier } from '#http/token-verifier.ts'
import { serve } from '#local/http-server.ts'
import { type HandlerFor, routeHandlers } from '#local/route-handlers.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { startTaskLoop } from '#local/task-loop.ts'
import { taskQueue } from '#local/task-queue.ts'
import { aReviewedStockholm } from '../a-reviewed-stockholm.ts'
import { anEnvironment } from '../an-environment.ts'
import { type Answer, type Api, apiAt } from '../api.ts'
import { closed } from '../closing.ts'
import { covered, simulated, upload } from '../rule-editor.ts'
import type { Material } from './arbitrary-body.ts'
import { type FuzzedCaller, fuzzedCallers } from './fuzzed-callers.ts'
import { materialOf, seeds } from './material.ts'

/** A service in memory that holds something of every kind, asked in process or over HTTP, with a token for each caller. */
export type FuzzedService = {
  readonly url: string
  readonly handlerFor: HandlerFor
  readonly tokens: Readonly<Record<FuzzedCaller, string>>
  readonly material: Material
  readonly logged: readonly LogEntry[]
  readonly stop: () => Promise<void>
}

/** Starts such a service; what it holds has been made through its own API. Once it is there, tasks are left undone. */
export const aFuzzedService = async (): Promise<FuzzedService> => {
  const { keys, tokens } = await mintedTokens()
  const rulesFolder = aReviewedStockholm()
  const table = openSqliteTable(':memory:')
  const logged: LogEntry[] = []
  const log = (entry: LogEntry): void => {
    logged.push(entry)
  }
  const now = (): string => new Date().toISOString()
  const queue = taskQueue(table, now)
  let isSeeded = false
  const environment = await anEnvironment(
    {
      table,
      now,
      log,
      sendTasks: async (tasks) => (isSeeded ? undefined : queue.send(tasks)),
      verifyToken: tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }),
    },
    rulesFolder,
  )
  const loop = startTaskLoop({ queue, performers, needed: environment, log })
  const handlerFor = await routeHandlers({ routes, environment })
  const server = await serve({ port: 0, handlerFor })
  const api = apiAt(server.url, async (caller) => Object.entries(tokens).find(([name]) => name === caller)?.[1] ?? '')
  const simulation = await seeded(api)
  await exportMonth(environment, { region: '01', month: '2020-03' }, now(), () => undefined)
  isSeeded = true
  return {
    url: server.url,
    handlerFor,
    tokens,
    material: materialOf({ simulation }),
    logged,
    stop: async () => {
      await Promise.all([server.stop(), loop.stop()])
      table.close()
      rmSync(rulesFolder, { recursive: true })
    },
  }
}

/** Sends the seeds one after another, each once what it needs is there; tells the id of the simulation. */
export const seeded = async (api: Api): Promise<string> => {
  for (const [id, body] of seeds.episodes) made(await api.put('region-01', `/v1/episodes/${id}`, body))
  made(await api.post('region-01', '/v1/reviews', seeds.review))
  const uploaded = made(await upload(api, '20', seeds.draftOf, seeds.draft))
  await covered(api, '20', uploaded.headers.get('location') ?? '')
  await simulated(api, '20', seeds.simulationOfDraft)
  const { body } = await simulated(api, '01', seeds.simulation)
  await closed(api, '01', seeds.settlement)
  made(await api.post('municipality-0180', '/v1/disputes', seeds.dispute))
  return body.id
}

const made = (answer: Answer): Answer => {
  if (answer.status !== 201) throw new Error(`A seed is not taken: ${answer.text}`)
  return answer
}

const ISSUER = 'https://issuer.test'
const AUDIENCE = 'fristdag'

const mintedTokens = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] })
  const mint = (claims: Readonly<Record<string, unknown>>): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1 day')
      .sign(privateKey)
  const minted = Object.entries(fuzzedCallers).map(
    async ([name, claims]) => [name, await mint({ sub: name, ...claims })] as const,
  )
  return { keys, tokens: Object.fromEntries(await Promise.all(minted)) as Readonly<Record<FuzzedCaller, string>> }
}
