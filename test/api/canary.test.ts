import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { scope } from '#schemas/scope.ts'
import { type Table, TableBusyError } from '#store/table.ts'
import { anEpisode } from '../support/an-episode.ts'
import type { Answer, Sent } from '../support/api.ts'
import { exported } from '../support/exported.ts'
import { aMintedService, type MintedService } from '../support/minted-service.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const canary = aTestNumber('19560417', '999')
const identity = { type: 'personnummer', value: canary }

// However it is written: with the century or without it, with a hyphen or without.
const traces = [canary.slice(2), `${canary.slice(2, 8)}-${canary.slice(8)}`]
const tracesIn = (text: string) => traces.filter((trace) => text.includes(trace))

let trouble: (() => Error) | undefined
const inTrouble = (table: Table): Table => ({
  get: async (key) => (trouble === undefined ? table.get(key) : Promise.reject(trouble())),
  query: async (query) => (trouble === undefined ? table.query(query) : Promise.reject(trouble())),
  write: async (write) => (trouble === undefined ? table.write(write) : Promise.reject(trouble())),
  transact: async (writes) => (trouble === undefined ? table.transact(writes) : Promise.reject(trouble())),
})

const everyScope = { scope: scope.options.join(' ') }

let service: MintedService
beforeAll(async () => {
  service = await aMintedService(
    { region: { ...everyScope, region: '01' }, municipality: { ...everyScope, municipality: '0136' } },
    inTrouble,
  )
})
afterAll(() => service.stop())

const names = Object.keys(routes) as (keyof typeof routes)[]
const routeOf = (name: keyof typeof routes): Route => routes[name]
const body = { ...anEpisode({ ready: '2020-03-02 10:00', out: '2020-03-07 15:00' }) }
const withCanary = { ...body, patient: { ...body.patient, identity } }

const typed = ({ body: expected }: Route): Readonly<Record<string, string>> =>
  expected === undefined ? {} : { 'content-type': expected.mediaType }

const pathWith = ({ path }: Route, value: string): string => path.replace(/\{\w+\}/g, value)

/** Every way to put the number into a request of a route. */
const requestsTo = (route: Route): readonly (readonly [path: string, sent: Sent])[] => {
  const path = pathWith(route, '01~canary')
  const parameters = [...Object.keys(route.query?.shape ?? {}), 'unknown', canary]
  const bodies = [
    canary,
    `"${canary}"`,
    `{"${canary}":1}`,
    `{"id":"01~canary","identity":"${canary}"}`,
    JSON.stringify({ identity: { type: canary, value: canary } }),
    JSON.stringify({ identity: { ...identity, value: `${canary.slice(0, 11)}${(Number(canary[11]) + 1) % 10}` } }),
    JSON.stringify({ identity, [canary]: canary }),
    JSON.stringify({ identity }),
    JSON.stringify(withCanary),
    JSON.stringify({ id: '01~canary-import', ...withCanary }),
    JSON.stringify({ id: `01~${canary}`, ...withCanary }),
    JSON.stringify({ id: '01~canary', ...withCanary, [canary]: { [canary]: canary } }),
    JSON.stringify({ ...withCanary, patient: { ...withCanary.patient, [canary]: canary } }),
    ...Object.keys(body).map((name) => JSON.stringify({ ...withCanary, id: '01~canary', [name]: canary })),
    ...Object.keys(body).map((name) => JSON.stringify({ ...withCanary, [name]: canary })),
    ...Object.keys(body).map((name) => JSON.stringify({ ...withCanary, [name]: [{ [canary]: canary }] })),
  ]
  const headers = [
    ...['accept', 'accept-language', 'if-match', 'user-agent', 'x-request-id', 'tracestate', 'cookie', 'content-type'],
    ...['authorization', 'content-encoding', canary, `x-${canary}`],
  ]
  return [
    [pathWith(route, canary), { headers: typed(route) }],
    [pathWith(route, `01~${canary}`), { headers: typed(route) }],
    [pathWith(route, `01~act~1.1~${canary}~2020-03`), {}],
    [`${path}/${canary}`, {}],
    ...parameters.map((name) => [`${path}?${name}=${canary}`, { headers: typed(route) }] as const),
    ...(route.method === 'GET' ? [] : bodies.map((text) => [path, { text, headers: typed(route) }] as const)),
    ...headers.map((name) => [path, { headers: { ...typed(route), [name]: canary } }] as const),
  ]
}

const leaksIn = (answers: readonly Answer[]) =>
  answers.filter(({ text, headers }) => tracesIn(text + JSON.stringify([...headers])).length > 0)

const answersTo = async (name: keyof typeof routes): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  for (const [path, sent] of requestsTo(routeOf(name)))
    for (const caller of ['region', 'municipality'])
      answers.push(await service.request(caller, routes[name].method, path, sent))
  return answers
}

describe('an identity number', () => {
  it.each(names)('sent to %s in every way is in no answer', async (name) => {
    const answers = await answersTo(name)

    expect(leaksIn(answers)).toEqual([])
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  })

  it('that was received is in no answer about its person', async () => {
    const sent = await service.put('region', '/v1/episodes/01~received', withCanary)

    const read = await Promise.all(
      ['', '/revisions', '/decision'].map((rest) => service.get('region', `/v1/episodes/01~received${rest}`)),
    )
    const found = await service.post('region', '/v1/episode-searches', { identity })

    expect([sent, ...read, found].map(({ status }) => status)).toEqual([201, 200, 200, 200, 200])
    expect(leaksIn([sent, ...read, found])).toEqual([])
  })

  it.each([
    ['an error', 500, () => new Error(`No room for ${canary}`, { cause: new TypeError(canary) })],
    ['a busy table', 503, () => new TableBusyError(`Waiting for ${canary}`, { cause: new Error(canary) })],
  ])('in the message of %s is neither answered nor logged', async (_, status, error) => {
    trouble = error
    const answers = await Promise.all([
      service.put('region', '/v1/episodes/01~trouble', withCanary),
      service.post('region', '/v1/episode-searches', { identity }),
      service.get('region', `/v1/liabilities?month=2020-03&agreement=${canary}`),
    ])
    trouble = undefined

    expect(answers.map((answer) => answer.status)).toEqual([status, status, status])
    expect(leaksIn(answers)).toEqual([])
  })

  it('is in no entry of the log', () => {
    expect(service.logged.length).toBeGreaterThan(0)
    expect(tracesIn(JSON.stringify(service.logged))).toEqual([])
  })

  it('is in no byte of what is kept', () => {
    const files = readdirSync(service.dataFolder)

    const kept = files.map((file) => readFileSync(join(service.dataFolder, file)).toString('latin1'))

    expect(files).toContain('fristdag.db')
    expect(kept.join('').includes('01#received#000001')).toBe(true)
    expect(tracesIn(kept.join(''))).toEqual([])
    expect(tracesIn(kept.join('').replaceAll('\0', ''))).toEqual([])
  })

  it('is in no export, nor in the name of one', async () => {
    await exported(service, '2020-03')

    const folder = join(service.dataFolder, 'exports')
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = files.map(({ parentPath, name }) => join(parentPath, name))

    expect(paths.length).toBeGreaterThan(20)
    expect(tracesIn(paths.join('\n'))).toEqual([])
    expect(tracesIn(paths.map((path) => readFileSync(path).toString('latin1')).join('\n'))).toEqual([])
  })
})
