import { beforeAll, describe, expect, it } from 'vitest'
import { counted } from '#functions/disposals/disposing.ts'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { aRuleText } from '../support/a-rule-text.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import type { Sent } from '../support/api.ts'
import { closed } from '../support/closing.ts'
import { exported } from '../support/exported.ts'
import { aCandidate, aReview } from '../support/joint-group.ts'
import { covered, sha256Of, simulated, upload } from '../support/rule-editor.ts'

const aDisposal = {
  region: '24',
  subject: 'simulations',
  month: '-',
  number: 1,
  begunAt: '2026-01-08T03:00:00.000Z',
  retention: { version: '2', sha256: '0'.repeat(64) },
  decision: { decided: '2025-01-01', reference: 'RS 2025-0001' },
  documents: counted({ simulations: 1 }),
} as const
const service = aSharedService({
  beforeServing: async ({ disposals }) => {
    await disposals.begin(aDisposal)
  },
})

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

const STAGE_3 = aRuleText('', '', 'stockholm/somatic-stage-3.v1.yaml')
const [newVersion, newerVersion] = [`# Ett utkast.\n${STAGE_3}`, `# Ett annat utkast.\n${STAGE_3}`]

const thisMonth = new Date().toISOString().slice(0, 7)

const aSettlement = { agreement: 'stockholm-somatic', month: '2020-03' }
const ofDraft = { agreement: 'stockholm-somatic', version: '3.2' }
/** The id is known once the simulation has been asked for. */
const ofSimulation = { simulation: '' }
const ofEpisode = { episode: '01~answered' }
const ofLiability = { liability: '01~stockholm-somatic~1.1~0136~2020-03' }

const ofDispute = { dispute: '01~2020-03~0136~answered~1' }
const aDecision = aReview('24~candidate', { action: { text: 'Tell before noon.', responsible: 'The ward' } })

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
  uploadVersion: {
    client: 'region-01',
    params: { agreement: 'stockholm-somatic' },
    sent: { text: newerVersion, headers: { 'content-type': 'application/yaml' } },
    status: 201,
  },
  getVersionReport: { client: 'municipality-0136', params: { agreement: 'jonkoping', version: '2.1' } },
  planCorrections: { client: 'association-01', params: ofDraft },
  approveVersion: {
    client: 'association-01',
    params: ofDraft,
    sent: { body: { sha256: sha256Of(newVersion) } },
    status: 201,
  },
  withdrawVersion: { client: 'region-01', params: ofDraft, sent: { body: { reason: 'Another is on its way.' } } },
  getAgreementHistory: { client: 'association-01', params: { agreement: 'stockholm-somatic' } },
  getRuleCalendar: { client: 'region-01', query: '?region=06' },
  getRuleDifferences: { client: 'municipality-0136', query: '?was=act~1.1&is=jonkoping~2.1' },
  declareEvent: {
    client: 'region-01',
    params: { agreement: 'stockholm-psychiatric' },
    sent: {
      body: { event: 'psychiatric-it-support-live', on: '2021-08-10', evidence: 'Minutes.', preview: true },
    },
  },
  determineLevel: {
    client: 'region-01',
    params: { agreement: 'stockholm-somatic' },
    sent: { body: { stage: '2' } },
    status: 201,
  },
  listDeterminations: { client: 'municipality-0136', params: { agreement: 'stockholm-somatic' } },
  declareDayAmount: {
    client: 'region-01',
    sent: { body: { year: 2031, amount: '13000.00', source: 'A decision.' } },
    status: 201,
  },
  listDayAmounts: { client: 'hospital-01' },
  simulate: {
    client: 'region-01',
    sent: { body: { draft: newVersion, from: '2020-03', to: '2020-03' } },
    status: 202,
  },
  getSimulation: { client: 'region-01', params: ofSimulation },
  listSimulatedUnits: { client: 'region-01', params: ofSimulation },
  evaluate: {
    client: 'municipality-0136',
    sent: { body: { episodes: [{ ...episode, id: 'one' }], rules: ['act', 'jonkoping'] } },
  },
  listLiabilities: { client: 'region-01', query: '?month=2020-03' },
  getLiability: { client: 'region-01', params: ofLiability },
  listLiabilityEpisodes: { client: 'region-01', params: ofLiability },
  settle: { client: 'region-01', sent: { body: aSettlement }, status: 202 },
  getSettlement: { client: 'region-01', params: { settlement: '01~stockholm-somatic~2020-03' } },
  getMonthQuality: { client: 'region-01', query: '?agreement=stockholm-somatic&month=2020-03' },
  getReceipt: { client: 'municipality-0136', params: ofLiability },
  exportEpisodes: { client: 'municipality-0136', params: ofLiability },
  raiseDispute: {
    client: 'municipality-0136',
    sent: { body: { ...ofLiability, episode: '01~answered', reason: 'not-ready' } },
  },
  listDisputes: { client: 'municipality-0136' },
  getDispute: { client: 'region-01', params: ofDispute },
  decideDispute: {
    client: 'region-01',
    params: ofDispute,
    sent: { body: { outcome: 'escalated', reason: 'The heads of unit decide.' } },
    status: 201,
  },
  getDisputeSummary: { client: 'municipality-0136' },
  decideCandidate: { client: 'region-24', sent: { body: aDecision }, status: 201 },
  listReviews: { client: 'municipality-2480', query: '?month=2022-05' },
  getDelayAnalysis: { client: 'region-24', query: '?month=2022-05' },
  listImprovementActions: { client: 'municipality-2480' },
  reportImprovement: {
    client: 'region-24',
    params: { action: '24~candidate~2022-05~1' },
    sent: { body: { status: 'done', text: 'The ward does so.' } },
    status: 201,
  },
  listExports: { client: 'municipality-0136' },
  getExportFile: {
    client: 'municipality-0136',
    params: { export: '01~2020-03~figures~0136~1', format: 'csv' },
    status: 302,
  },
  listAccesses: { client: 'region-24', query: '?episode=24~candidate&sub=hospital-24' },
  extractAccesses: {
    client: 'region-24',
    sent: { body: { identity: TEST_PERSON, from: thisMonth, to: thisMonth } },
  },
  reportLogCheck: {
    client: 'region-24',
    sent: { body: { month: '2020-03', records: 20, result: 'nothing-found' } },
    status: 201,
  },
  listLogChecks: { client: 'region-24' },
  listDisposals: { client: 'region-24' },
  listDisposalPlans: { client: 'region-24' },
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
  const { headers } = await upload(service(), '01', 'stockholm-somatic', newVersion)
  await covered(service(), '01', headers.get('location') ?? '')
  const { body } = await simulated(service(), '01', {
    version: 'stockholm-somatic~3.2',
    from: '2020-03',
    to: '2020-03',
  })
  ofSimulation.simulation = body.id
  await closed(service(), '01', aSettlement)
  const contest = { ...ofLiability, episode: '01~answered', reason: 'not-ready' }
  await service().post('municipality-0136', '/v1/disputes', contest)
  await service().put('hospital-24', '/v1/episodes/24~candidate', aCandidate())
  await service().post('region-24', '/v1/reviews', aDecision)
  await exported(service(), '2020-03')
})

describe('a success', () => {
  it('is asked for of every route', () => {
    expect(Object.keys(successes)).toEqual(names)
  })

  it.each(names)('of %s is what the route table says', async (name) => {
    const answer = await requestOf(name)

    const { status = 200 } = successes[name]
    expect(answer.status).toBe(status)
    const schema = routeOf(name).answers[status]
    if (schema !== null) expect(schema?.safeParse(answer.body)).toMatchObject({ success: true })
  })

  it.each(names)('of %s names its language and trace, and is kept by no one on the way', async (name) => {
    const { headers } = await requestOf(name)

    expect(headers.get('content-language')).toBe('sv')
    expect(headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000/)
    // Nobody's page may read an answer.
    expect(headers.get('access-control-allow-origin')).toBeNull()
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
