import { rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { tableNames } from '#schemas/statistics/column.ts'
import { formats } from '#schemas/statistics/format.ts'
import { aReviewedStockholm } from '../support/a-reviewed-stockholm.ts'
import type { Answer } from '../support/api.ts'
import { canary, tracesIn } from '../support/canary.ts'
import { filesIn, foundIn } from '../support/canary-places.ts'
import { canaryRequestsTo, ofCanary } from '../support/canary-requests.ts'
import { exported } from '../support/exported.ts'
import { seeded } from '../support/fuzz/fuzzed-service.ts'
import { materialOf, seeds } from '../support/fuzz/material.ts'
import { type SpawnedService, spawnService } from '../support/process.ts'
import { aDataFolder } from '../support/service.ts'

const dataFolder = aDataFolder()
const rulesFolder = aReviewedStockholm()
const names = Object.keys(routes) as (keyof typeof routes)[]

let service: SpawnedService
let known: ReturnType<typeof materialOf>['known']
beforeAll(async () => {
  service = await spawnService({ DATA_DIR: dataFolder, RULES_DIR: rulesFolder })
  // Here only a hospital's client sends episodes.
  const put: SpawnedService['put'] = (client, ...rest) => service.put(client.replace('region', 'hospital'), ...rest)
  known = materialOf({ simulation: await seeded({ ...service, put }) }).known
})
afterAll(async () => {
  await service.end('SIGKILL')
  rmSync(dataFolder, { recursive: true })
  rmSync(rulesFolder, { recursive: true })
})

const senderTo = (name: keyof typeof routes): string => {
  const { scope }: Route = routes[name]
  return scope === 'episodes:write' ? 'hospital-01' : (known[name]?.caller ?? 'region-01')
}

const answersTo = async (name: keyof typeof routes): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  const material = { known: known[name] ?? {}, rule: seeds.draft }
  for (const { path, headers = {}, body } of canaryRequestsTo(routes[name], material)) {
    const sent = { headers, ...(body !== undefined && { text: body }) }
    answers.push(await service.request(senderTo(name), routes[name].method, path, sent))
  }
  return answers
}

const told = ({ text, headers }: Answer): string => `${text}\n${JSON.stringify([...headers])}`

/** What comes back for bytes, until the server hangs up. */
const answerToBytes = async (bytes: string): Promise<string> => {
  const socket = createConnection(Number(new URL(service.url).port), '127.0.0.1')
  socket.end(bytes)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

describe('an identity number', () => {
  it.each(names)('sent to %s in every way is in no answer, nor in its trace', async (name) => {
    const answers = await answersTo(name)

    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(answers.filter((answer) => tracesIn(told(answer)).length > 0)).toEqual([])
    // Some get past the border, so that what is kept and logged has been tried.
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(1)
  })

  it.each([
    ['a line that is no request', `${canary}\r\n\r\n`],
    ['an address without a host', `GET /${canary} HTTP/1.1\r\n\r\n`],
    ['a header without a colon', `GET / HTTP/1.1\r\nhost: localhost\r\n${canary}\r\n\r\n`],
    ['a header that is too large', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${canary.repeat(5_000)}\r\n\r\n`],
    ['a host', `GET /v1/health HTTP/1.1\r\nhost: ${canary}\r\nconnection: close\r\n\r\n`],
    ['a method', `${canary} / HTTP/1.1\r\nhost: localhost\r\n\r\n`],
    [
      'a broken chunk',
      `POST /v1/settlements HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n${canary}z\r\n`,
    ],
    ['a token request', `POST /oauth2/token?id=${canary} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`],
    [
      'a link to an export',
      `GET /exports/csv/${canary}/a/b/c/d/e HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    ],
  ])('in %s is in no answer', async (_, bytes) => {
    const answer = await answerToBytes(bytes)

    expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /)
    expect(tracesIn(answer)).toEqual([])
  })

  it('that was received is in no answer about its person', async () => {
    const sent = await service.put('hospital-01', '/v1/episodes/01~received', ofCanary)

    const read = await Promise.all(
      ['', '/revisions', '/decision'].map((rest) => service.get('region-01', `/v1/episodes/01~received${rest}`)),
    )
    const { identity } = ofCanary.patient
    const found = await service.post('region-01', '/v1/episode-searches', { identity })
    const month = new Date().toISOString().slice(0, 7)
    const extract = await service.post('region-01', '/v1/access-log-extracts', { identity, from: month, to: month })
    const log = await service.get('region-01', '/v1/access-log?limit=500')

    const all = [sent, ...read, found, extract, log]
    expect(all.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200, 200])
    expect(all.filter((answer) => tracesIn(told(answer)).length > 0)).toEqual([])
  })

  it('is in no line of what is written to the console, be the table in trouble or not', async () => {
    const held = new DatabaseSync(join(dataFolder, 'fristdag.db'), { timeout: 20_000 })
    held.exec('BEGIN IMMEDIATE')
    const answer = await service.put('hospital-01', '/v1/episodes/01~trouble', ofCanary)
    held.exec('ROLLBACK')
    held.close()

    expect(answer.status).toBe(503)
    expect(service.written()).toContain('"event":"unavailable"')
    expect(service.written()).toContain('Fristdag answers')
    expect(tracesIn(service.written())).toEqual([])
  })

  it('is in no file while the service runs: the tables, what waits to be done, their logs, the keys', async () => {
    expect(filesIn(dataFolder).map((path) => relative(dataFolder, path))).toEqual(
      expect.arrayContaining([
        ...['', '-wal', '-shm'].flatMap((end) => [`fristdag.db${end}`, `access-log.db${end}`]),
        'pseudonym-keys.json',
      ]),
    )
    expect(await foundIn(dataFolder)).toEqual([])
  })

  it('is in no export, nor in the name of one, which is its key in S3', async () => {
    await exported({ dataFolder }, '2020-03', rulesFolder)

    const paths = filesIn(join(dataFolder, 'exports')).map((path) => relative(join(dataFolder, 'exports'), path))
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => !KEY.test(path))).toEqual([])
    expect(await foundIn(dataFolder)).toEqual([])
  })

  it('is in no file when the service has ended', async () => {
    await service.end('SIGTERM')

    expect(filesIn(dataFolder).map((path) => relative(dataFolder, path))).toContain('access-log.db')
    expect(await foundIn(dataFolder)).toEqual([])
  })
})

// Format, table, region, month, audience and revision: there is room for nothing that a sender chooses.
const KEY = new RegExp(
  `^(?:${Object.keys(formats).join('|')})/(${tableNames.join('|')})/region=[0-9]{2}/month=[0-9]{4}-[0-9]{2}/` +
    'audience=(?:all|protected|[0-9]{4}(?:-[a-z-]+)?)/revision=[0-9]{1,2}/\\1(?:\\.[a-z]+){1,2}$',
)
