import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import type { Sent } from '../support/api.ts'

const service = aSharedService()

const episode = anEpisode({
  ready: '2020-03-02 10:00',
  out: '2020-03-07 15:00',
  placedBy: '0136',
  openCare: 'available',
})

type Success = {
  readonly client?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly sent?: Sent
  readonly status?: number
}

const ofEpisode = { episode: '01~answered' }
const ofLiability = { liability: '01~stockholm-somatic~1.1~0136~2020-03' }

/** A request for each route that it answers with a success. */
const successes: Readonly<Record<keyof typeof routes, Success>> = {
  apiInfo: {},
  health: {},
  openapi: {},
  putEpisode: { client: 'hospital-01', params: { episode: '01~new' }, sent: { body: episode }, status: 201 },
  getEpisode: { client: 'region-01', params: ofEpisode },
  listRevisions: { client: 'region-01', params: ofEpisode },
  getDecision: { client: 'region-01', params: ofEpisode },
  listEpisodes: { client: 'region-01' },
  searchEpisodes: { client: 'region-01', sent: { body: { identity: TEST_PERSON } } },
  importEpisodes: {
    client: 'hospital-01',
    sent: {
      text: `{}\n${JSON.stringify({ id: '01~x', ...episode })}`,
      headers: { 'content-type': 'application/x-ndjson' },
    },
  },
  listAgreements: { client: 'region-01' },
  getAgreement: { client: 'region-01', params: { agreement: 'jonkoping' } },
  getRuleFile: { client: 'region-01', params: { agreement: 'jonkoping', version: '2.1' } },
  getRuleCalendar: { client: 'region-01', query: '?region=06' },
  listLiabilities: { client: 'region-01', query: '?month=2020-03' },
  getLiability: { client: 'region-01', params: ofLiability },
  listLiabilityEpisodes: { client: 'region-01', params: ofLiability },
}

const names = Object.keys(routes) as (keyof typeof routes)[]
const routeOf = (name: keyof typeof routes): Route => routes[name]

const requestOf = (name: keyof typeof routes) => {
  const { client, params = {}, query = '', sent } = successes[name]
  const path = Object.entries(params).reduce(
    (filled, [parameter, value]) => filled.replace(`{${parameter}}`, value),
    routeOf(name).path,
  )
  return service().request(client, routes[name].method, path + query, sent)
}

beforeAll(async () => {
  await service().put('hospital-01', '/v1/episodes/01~answered', episode)
})

describe('a success', () => {
  it('is asked for of every route', () => {
    expect(Object.keys(successes)).toEqual(names)
  })

  it.each(names)('of %s is what the route table says', async (name) => {
    const answer = await requestOf(name)

    const { status = 200 } = successes[name]
    expect(answer.status).toBe(status)
    expect(routeOf(name).answers[status]?.safeParse(answer.body)).toMatchObject({ success: true })
  })

  it.each(names)('of %s names its language and trace, and is kept by no one on the way', async (name) => {
    const { headers } = await requestOf(name)

    expect(headers.get('content-language')).toBe('sv')
    expect(headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the envelope of a list', () => {
  it.each(names.filter((name) => routeOf(name).query?.shape.limit !== undefined))(
    'of %s says where its page is',
    async (name) => {
      const { body } = await requestOf(name)

      const [plural = '', ...others] = Object.keys(body)
      expect(others).toEqual(['page', 'limit', 'total'])
      expect(body[plural]).toHaveLength(body.total)
      expect(body).toMatchObject({ page: 1, limit: 20 })
      expect(body.total).toBeGreaterThan(0)
    },
  )
})
