import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import type { accessLogEntry } from '#schemas/access-log.ts'
import { TEST_PERSON } from '../support/an-episode.ts'
import type { Answer } from '../support/api.ts'
import { aTestNumber } from '../support/test-numbers.ts'
import { aDispute, episode, ID, thisMonth } from '../support/touching-requests.ts'
import { aWatchedService, type WatchedService } from '../support/watched-service.ts'

type Entry = z.infer<typeof accessLogEntry>

let service: WatchedService
beforeAll(async () => {
  service = await aWatchedService()
  for (let times = 0; times < 5; times += 1) await service.get('municipality', `/v1/episodes/${ID}`)
})
afterAll(() => service.stop())

describe('the log', () => {
  it('shows a region all that concerns its patients, the newest first', async () => {
    await service.get('municipality', `/v1/episodes/${ID}`)
    const { body } = await service.get('region', '/v1/access-log?limit=500')

    expect(body.total).toBe(body.accesses.length)
    expect(body.accesses[0]).toMatchObject({ sub: 'municipality-auditor', episodes: [ID] })
    expect(body.accesses.every(({ regions }: Entry) => regions.includes('01'))).toBe(true)
    const instants = body.accesses.map(({ at }: Entry) => at)
    expect(instants).toEqual(instants.toSorted().reverse())
  })

  it('shows a municipality what its own callers did, and no other', async () => {
    const own = await service.get('municipality', '/v1/access-log?limit=500')
    const other = await service.get('another municipality', '/v1/access-log')

    const subs = (answer: Answer) => new Set(answer.body.accesses.map(({ sub }: Entry) => sub))
    expect(subs(own)).toEqual(new Set(['municipality-auditor']))
    expect(subs(other)).toEqual(new Set())
  })

  it('is narrowed by episode and by who, and refuses an id that could be an identity number', async () => {
    const query = `?episode=${ID}&sub=municipality-auditor&limit=500`
    const { body } = await service.get('region', `/v1/access-log${query}`)
    const refused = await service.get('region', `/v1/access-log?episode=01~${aTestNumber('19560417', '999')}`)

    expect(body.total).toBeGreaterThan(0)
    expect(body.accesses.every(({ sub }: Entry) => sub === 'municipality-auditor')).toBe(true)
    expect(refused.status).toBe(422)
  })

  it('gives a random sample, and the same again by its seed', async () => {
    const path = '/v1/access-log?sub=municipality-auditor&sample=3'
    const first = await service.get('region', path)
    const again = await service.get('region', `${path}&seed=${first.body.sample.seed}`)

    expect(first.body.total).toBe(3)
    expect(first.body.sample.from).toBeGreaterThan(3)
    expect(again.body.accesses).toEqual(first.body.accesses)
  })

  it('tells who has looked at one patient, and nothing of another', async () => {
    const body = { identity: TEST_PERSON, from: thisMonth, to: thisMonth }
    const { body: found } = await service.post('region', '/v1/access-log-extracts?limit=500', body)
    const ends = await service.post('region', '/v1/access-log-extracts', { ...body, from: '2999-01' })

    expect(found.accesses).toContainEqual(
      expect.objectContaining({
        sub: 'municipality-auditor',
        route: 'GET /v1/episodes/{episode}',
        episodes: [ID],
        careUnits: [episode.hospital],
      }),
    )
    expect(JSON.stringify(found)).not.toContain('candidate')
    expect(ends.status).toBe(422)
  })

  it('holds no identity number, however it is sent', async () => {
    const canary = aTestNumber('19560417', '999')
    const identity = { type: 'personnummer', value: canary }
    const sent = { ...episode, patient: { ...episode.patient, identity } }
    await service.put('region', '/v1/episodes/01~canary', sent)
    await service.put('region', `/v1/episodes/01~${canary}`, sent)
    await service.get('region', `/v1/episodes/${canary}`)
    await service.get('region', `/v1/access-log?episode=01~${canary}&sub=${canary}`)
    await service.post('region', '/v1/episode-searches', { identity })
    await service.post('region', '/v1/disputes', { ...aDispute, episode: `01~${canary}` })
    await service.post('region', '/v1/access-log-extracts', { identity, from: thisMonth, to: thisMonth })

    const bytes = ['access-log.db', 'access-log.db-wal'].map((file) =>
      readFileSync(join(service.logFolder, file), 'latin1'),
    )
    expect(bytes.join('')).toContain('01~canary')
    expect(bytes.join('')).not.toContain(canary.slice(2))
  })
})
