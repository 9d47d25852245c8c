import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aService, type Service } from '../support/service.ts'

let service: Service
let at = Date.parse('2026-11-25T10:00:00Z')
beforeAll(async () => {
  service = await aService({
    now: () => new Date(at),
    clientLimits: { all: { requests: 4, seconds: 10 }, of: { evaluate: { requests: 1, seconds: 60 } } },
  })
})
afterAll(() => service.stop())

const statuses = async (client: string, path: string, count: number): Promise<readonly number[]> => {
  const answers = await Promise.all(Array.from({ length: count }, () => service.get(client, path)))
  return answers.map(({ status }) => status).toSorted((a, b) => a - b)
}

describe('a client that sends too much, to any routes', () => {
  it('is refused with a problem, told when to come back, and let in again then', async () => {
    const path = '/v1/agreements'
    const before = await statuses('region-01', path, 4)

    const refused = await service.get('region-01', '/v1/exports', { 'accept-language': 'en' })
    at += 4000
    const later = await service.get('region-01', path)
    at += Number(later.headers.get('retry-after')) * 1000

    expect(before).toEqual([200, 200, 200, 200])
    expect(refused.body).toMatchObject({ status: 429, type: 'urn:fristdag:problem:too-many-requests' })
    expect([refused, later].map(({ headers }) => headers.get('retry-after'))).toEqual(['10', '6'])
    expect((await service.get('region-01', path)).status).toBe(200)
  })

  it('is refused exactly as often as it sent too much, also all at once', async () => {
    at += 10_000

    expect(await statuses('region-06', '/v1/agreements', 7)).toEqual([200, 200, 200, 200, 429, 429, 429])
  })

  it('disturbs nobody else', async () => {
    at += 10_000
    await statuses('hospital-01', '/v1/agreements', 5)

    expect((await service.get('hospital-01', '/v1/agreements')).status).toBe(429)
    expect((await service.get('region-01', '/v1/agreements')).status).toBe(200)
    expect((await service.request(undefined, 'GET', '/v1/health')).status).toBe(200)
  })

  it('has its refusals in the log of accesses where it would have touched patients', async () => {
    at += 10_000
    await statuses('hospital-24', '/v1/agreements', 4)

    const refused = await service.get('hospital-24', '/v1/episodes/24~asked-for')

    const { body } = await service.get('region-24', '/v1/access-log?sub=hospital-24')
    expect(refused.status).toBe(429)
    expect(body.accesses).toMatchObject([
      { sub: 'hospital-24', route: 'GET /v1/episodes/{episode}', outcome: 429, episodes: ['24~asked-for'] },
    ])
  })
})

it('what a heavy route is asked for is counted by itself', async () => {
  at += 60_000
  const asked = { agreements: [], episodes: [] }

  const first = await service.post('municipality-0136', '/v1/evaluations', asked)
  const second = await service.post('municipality-0136', '/v1/evaluations', asked)

  expect([first.status, second.status]).toEqual([422, 429])
  expect((await service.get('municipality-0136', '/v1/agreements')).status).toBe(200)
})
