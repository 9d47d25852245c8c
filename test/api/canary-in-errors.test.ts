import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scope } from '#schemas/scope.ts'
import { type Table, TableBusyError } from '#store/table.ts'
import { canary, tracesIn } from '../support/canary.ts'
import { ofCanary } from '../support/canary-requests.ts'
import { aMintedService, type MintedService } from '../support/minted-service.ts'

let trouble: (() => Error) | undefined
const inTrouble = (table: Table): Table => ({
  get: async (key) => (trouble === undefined ? table.get(key) : Promise.reject(trouble())),
  query: async (query) => (trouble === undefined ? table.query(query) : Promise.reject(trouble())),
  write: async (write) => (trouble === undefined ? table.write(write) : Promise.reject(trouble())),
  transact: async (writes) => (trouble === undefined ? table.transact(writes) : Promise.reject(trouble())),
})

let service: MintedService
beforeAll(async () => {
  service = await aMintedService({ region: { scope: scope.options.join(' '), region: '01' } }, inTrouble)
})
afterAll(() => service.stop())

describe('an identity number in the message of what is thrown', () => {
  it.each([
    ['an error', 500, () => new Error(`No room for ${canary}`, { cause: new TypeError(canary) })],
    ['an error of many lines', 500, () => new Error(`No room:\n    at ${canary} (${canary}.ts:1:1)\n${canary}`)],
    ['an error with more in it', 500, () => Object.assign(new Error('No'), { item: canary, errors: [canary] })],
    ['an error of many', 500, () => new AggregateError([new Error(canary)], canary)],
    ['a busy table', 503, () => new TableBusyError(`Waiting for ${canary}`, { cause: new Error(canary) })],
    ['a cause of a cause', 500, () => new Error('No', { cause: new Error(canary, { cause: canary }) })],
  ])('as %s is neither answered nor logged', async (_, status, error) => {
    const before = service.logged.length

    trouble = error
    const answers = await Promise.all([
      service.put('region', '/v1/episodes/01~trouble', ofCanary),
      service.post('region', '/v1/episode-searches', { identity: ofCanary.patient.identity }),
      service.get('region', `/v1/liabilities?month=2020-03&agreement=${canary}`),
    ])
    trouble = undefined

    expect(answers.map((answer) => answer.status)).toEqual([status, status, status])
    expect(answers.flatMap(({ text, headers }) => tracesIn(text + JSON.stringify([...headers])))).toEqual([])
    const entries = service.logged.slice(before)
    expect(entries.length).toBeGreaterThanOrEqual(3)
    expect(tracesIn(JSON.stringify(entries))).toEqual([])
  })
})
