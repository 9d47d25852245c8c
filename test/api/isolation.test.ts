import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { scopesByKind } from '#local/clients.ts'
import { scope } from '#schemas/scope.ts'
import { aReviewedStockholm } from '../support/a-reviewed-stockholm.ts'
import { aRuleText } from '../support/a-rule-text.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import type { Sent } from '../support/api.ts'
import { closedBy } from '../support/closing.ts'
import { exported } from '../support/exported.ts'
import { aReview } from '../support/joint-group.ts'
import { aMintedService, type Claims, type MintedService } from '../support/minted-service.ts'

type RouteName = keyof typeof routes

const scopesOf = (kind: keyof typeof scopesByKind) => ({ scope: scopesByKind[kind].join(' ') })
const everyScope = { scope: scope.options.join(' ') }

/** Every kind of caller, as the claims of its token; the episode is of region 01, of a hospital of its, and of Skarpnäck in Stockholm. */
const callers = {
  nobody: {},
  'a forged token': {},
  'a token that has expired': { ...scopesOf('region'), region: '01', exp: '1 hour ago' },
  'a token of two tenants': { ...everyScope, region: '01', municipality: '0180' },
  'a token without scopes': { region: '01' },
  region: { ...scopesOf('region'), region: '01' },
  'another region': { ...scopesOf('region'), region: '06' },
  hospital: { ...scopesOf('hospital'), region: '01' },
  'another region’s hospital': { ...scopesOf('hospital'), region: '06' },
  'a hospital by its prefix': {
    ...scopesOf('hospital'),
    region: '01',
    hospitals: ['SE2321000016-99', 'SE2321000016-15'],
  },
  'another hospital of the region': { ...scopesOf('hospital'), region: '01', hospitals: ['SE2321000016-99'] },
  'a hospital of none': { ...scopesOf('hospital'), region: '01', hospitals: [] },
  municipality: { ...scopesOf('municipality'), municipality: '0180' },
  'another municipality': { ...scopesOf('municipality'), municipality: '0136' },
  'a municipality of another region': { ...scopesOf('municipality'), municipality: '0680' },
  district: { ...scopesOf('municipality'), municipality: '0180', district: '0180-skarpnack' },
  'another district': { ...scopesOf('municipality'), municipality: '0180', district: '0180-bromma' },
  association: { ...scopesOf('association'), association: '01' },
} as const satisfies Record<string, Claims>

/** The status of each route for each caller, in the order above. */
const expectations: Readonly<Record<RouteName, readonly number[]>> = {
  apiInfo: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  health: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  openapi: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  putEpisode: [401, 401, 401, 401, 403, 403, 403, 201, 404, 201, 403, 403, 403, 403, 403, 403, 403, 403],
  getEpisode: [401, 401, 401, 401, 403, 200, 404, 200, 404, 200, 404, 404, 200, 404, 404, 200, 404, 403],
  listRevisions: [401, 401, 401, 401, 403, 200, 404, 200, 404, 200, 404, 404, 200, 404, 404, 200, 404, 403],
  getDecision: [401, 401, 401, 401, 403, 200, 404, 200, 404, 200, 404, 404, 200, 404, 404, 200, 404, 403],
  listEpisodes: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  searchEpisodes: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  importEpisodes: [401, 401, 401, 401, 403, 403, 403, 200, 200, 200, 200, 200, 403, 403, 403, 403, 403, 403],
  listAgreements: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  getAgreement: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  getRuleFile: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  uploadVersion: [401, 401, 401, 401, 403, 201, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  getVersionReport: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  planCorrections: [401, 401, 401, 401, 403, 200, 404, 403, 404, 403, 403, 403, 200, 200, 404, 200, 200, 200],
  approveVersion: [401, 401, 401, 401, 403, 409, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 409],
  withdrawVersion: [401, 401, 401, 401, 403, 409, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  getAgreementHistory: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  getRuleCalendar: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  getRuleDifferences: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  declareEvent: [401, 401, 401, 401, 403, 409, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  determineLevel: [401, 401, 401, 401, 403, 409, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  listDeterminations: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  declareDayAmount: [401, 401, 401, 401, 403, 201, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  listDayAmounts: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  simulate: [401, 401, 401, 401, 403, 202, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  getSimulation: [401, 401, 401, 401, 403, 200, 404, 403, 404, 403, 403, 403, 200, 200, 404, 200, 200, 200],
  listSimulatedUnits: [401, 401, 401, 401, 403, 200, 404, 403, 404, 403, 403, 403, 200, 200, 404, 200, 200, 200],
  evaluate: [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  listLiabilities: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  getLiability: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 404, 404, 200, 404, 403],
  listLiabilityEpisodes: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 404, 404, 200, 404, 403],
  settle: [401, 401, 401, 401, 403, 202, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  getSettlement: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 404, 404, 404, 404, 404, 403],
  getMonthQuality: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 404, 404, 404, 404, 404, 403],
  getReceipt: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 404, 404, 200, 404, 403],
  exportEpisodes: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 404, 404, 200, 404, 403],
  raiseDispute: [401, 401, 401, 401, 403, 403, 404, 403, 403, 403, 403, 403, 200, 404, 404, 200, 404, 403],
  listDisputes: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  getDispute: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 404, 404, 200, 404, 403],
  decideDispute: [401, 401, 401, 401, 403, 201, 404, 403, 403, 403, 403, 403, 403, 404, 404, 403, 404, 403],
  getDisputeSummary: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  decideCandidate: [401, 401, 401, 401, 403, 201, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  listReviews: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  getDelayAnalysis: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  listImprovementActions: [401, 401, 401, 401, 403, 200, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  reportImprovement: [401, 401, 401, 401, 403, 201, 404, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403],
  listExports: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 200, 200, 403],
  getExportFile: [401, 401, 401, 401, 403, 302, 404, 403, 403, 403, 403, 403, 302, 404, 404, 302, 404, 403],
  listAccesses: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 403, 403, 403],
  extractAccesses: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 403, 403, 403],
  reportLogCheck: [401, 401, 401, 401, 403, 201, 201, 403, 403, 403, 403, 403, 201, 201, 201, 403, 403, 403],
  listLogChecks: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 200, 200, 200, 403, 403, 403],
  listDisposals: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 404, 404, 404, 404, 404, 403],
  listDisposalPlans: [401, 401, 401, 401, 403, 200, 200, 403, 403, 403, 403, 403, 404, 404, 404, 404, 404, 403],
}

const owners: readonly string[] = ['region', 'hospital', 'a hospital by its prefix', 'municipality', 'district']

/** Of a patient whose identity is protected: its district, ward, hospital and case number are nobody else's to see. */
const guarded = {
  ...anEpisode({
    ready: '2020-03-02 10:00',
    out: '2020-03-07 15:00',
    registered: '0180',
    district: '0180-skarpnack',
    // Late, so that the month's quality tells of its ward.
    admissionNotice: '2020-03-01 12:00',
    body: { patient: { protectedIdentity: true }, hospital: 'SE2321000016-15GUARDED' },
  }),
  caseNumber: 'GUARDED-4711',
  ward: 'SE2321000016-GUARDED',
}

const parameters: Readonly<Record<string, string>> = {
  episode: '01~guarded',
  agreement: 'stockholm-somatic',
  version: '1.1',
  liability: '01~stockholm-somatic~1.1~0180-skarpnack~2020-03',
  settlement: '01~stockholm-somatic~2020-03',
  dispute: '01~2020-03~0180-skarpnack~guarded~1',
  action: '01~reviewed~2020-03~1',
  export: '01~2020-03~figures~0180-skarpnack~1',
  format: 'json',
}

/** A candidate of the same unit, under a rule that leaves it to a joint group. */
const reviewed = { ...guarded, careType: 'psychiatric', discharge: { at: '2020-03-12T10:00:00Z', to: 'home' } }
const aDecision = aReview('01~reviewed', { action: { text: 'Tell before noon.', responsible: 'The ward' } })

const STAGE_3 = aRuleText('', '', 'stockholm/somatic-stage-3.v1.yaml')

const thisMonth = new Date().toISOString().slice(0, 7)

const aSettlement = { agreement: 'stockholm-somatic', month: '2020-03' }

const aDispute = { liability: parameters.liability, episode: '01~guarded', reason: 'not-ready' }

const aSimulation = { version: 'stockholm-somatic~3.1', from: '2020-03', to: '2020-03' }

const names = Object.keys(routes) as RouteName[]
const callerNames = Object.keys(callers)
const routeOf = (name: RouteName): Route => routes[name]

/** What is sent to a route, to reach what is guarded; a write has an episode of its own for each caller. */
const requestOf = (name: RouteName, caller: string): { readonly path: string; readonly sent: Sent } => {
  const own = `01~written-${callerNames.indexOf(caller)}`
  const values: Readonly<Record<string, string>> = {
    ...parameters,
    simulation,
    ...(name === 'putEpisode' ? { episode: own } : {}),
  }
  const path = routeOf(name).path.replace(/\{(\w+)\}/g, (_, parameter: string) => values[parameter] ?? '')
  switch (name) {
    case 'putEpisode':
      return { path, sent: { body: { ...guarded, caseNumber: 'OWN' } } }
    case 'searchEpisodes':
      return { path, sent: { body: { identity: TEST_PERSON } } }
    case 'importEpisodes':
      return {
        path,
        sent: { text: JSON.stringify({ ...guarded, id: own }), headers: { 'content-type': 'application/x-ndjson' } },
      }
    case 'uploadVersion':
      return { path, sent: { text: `# Ett utkast.\n${STAGE_3}`, headers: { 'content-type': 'application/yaml' } } }
    case 'approveVersion':
      return { path, sent: { body: { sha256: '0'.repeat(64) } } }
    case 'withdrawVersion':
      return { path, sent: { body: { reason: 'Not ours.' } } }
    case 'declareEvent':
      return { path, sent: { body: { event: 'started', on: '2020-03-01', evidence: 'A letter.' } } }
    case 'determineLevel':
      return { path, sent: { body: { stage: '1' } } }
    case 'simulate':
      return { path, sent: { body: aSimulation } }
    case 'extractAccesses':
      return { path, sent: { body: { identity: TEST_PERSON, from: thisMonth, to: thisMonth } } }
    case 'reportLogCheck':
      return { path, sent: { body: { month: '2020-03', records: 20, result: 'nothing-found' } } }
    case 'settle':
      return { path, sent: { body: aSettlement } }
    case 'raiseDispute':
      return { path, sent: { body: aDispute } }
    case 'decideDispute':
      return { path, sent: { body: { outcome: 'escalated', reason: 'The heads of unit decide.' } } }
    case 'declareDayAmount':
      return { path, sent: { body: { year: 2031, amount: '13000.00', source: 'Not yet decided.' } } }
    case 'getRuleCalendar':
      return { path: `${path}?region=01`, sent: {} }
    case 'getRuleDifferences':
      return { path: `${path}?was=act~1.1&is=act~1.1`, sent: {} }
    case 'evaluate':
      return { path, sent: { body: { episodes: [{ ...anEpisode(), id: 'one' }], rules: ['act'] } } }
    case 'decideCandidate':
      return { path, sent: { body: aDecision } }
    case 'reportImprovement':
      return { path, sent: { body: { status: 'ongoing', text: 'It is being tried.' } } }
    case 'listReviews':
    case 'getDelayAnalysis':
      return { path: `${path}?month=2020-03&region=01`, sent: {} }
    case 'listImprovementActions':
      return { path: `${path}?region=01`, sent: {} }
    case 'getMonthQuality':
      return { path: `${path}?agreement=stockholm-somatic&month=2020-03`, sent: {} }
    case 'listLiabilities':
      return { path: `${path}?month=2020-03`, sent: {} }
    default:
      return { path, sent: {} }
  }
}

const rulesFolder = aReviewedStockholm()
let service: MintedService
let marks: readonly string[] = []
let simulation = ''

beforeAll(async () => {
  service = await aMintedService(callers, undefined, rulesFolder)
  const { body } = await service.put('hospital', '/v1/episodes/01~guarded', guarded)
  await service.put('hospital', '/v1/episodes/01~reviewed', reviewed)
  await service.post('region', '/v1/reviews', aDecision)
  simulation = (await service.post('region', '/v1/simulations', aSimulation)).body.id
  await closedBy(service, 'region', aSettlement)
  await service.post('municipality', '/v1/disputes', aDispute)
  await exported(service, '2020-03', rulesFolder)
  marks = [
    '01~guarded',
    '01~reviewed',
    'GUARDED',
    '"district":"0180-skarpnack"',
    '~0180-skarpnack~2020-03',
    '~figures~0180-skarpnack~',
    body.patient.pseudonym,
  ]
})
afterAll(async () => {
  await service.stop()
  rmSync(rulesFolder, { recursive: true })
})

const ask = (name: RouteName, caller: string) => {
  const { path, sent } = requestOf(name, caller)
  if (caller === 'nobody') return service.request(undefined, routes[name].method, path, sent)
  if (caller !== 'a forged token') return service.request(caller, routes[name].method, path, sent)
  const headers = { ...sent.headers, authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJyZWdpb24iOiIwMSJ9.' }
  return service.request(undefined, routes[name].method, path, { ...sent, headers })
}

describe('the expectations', () => {
  it('have a row for every route, and a status for every caller', () => {
    expect(Object.keys(expectations)).toEqual(names)
    for (const name of names) expect(expectations[name], name).toHaveLength(callerNames.length)
  })
})

describe.each(names)('%s', (name) => {
  const cells = callerNames.map((caller, index) => ({ caller, status: expectations[name][index] }))
  const isPrivate = routeOf(name).scope !== undefined && routeOf(name).scope !== 'agreements:read'
  // Neither exports nor disposals nor checks tell of an episode.
  const tellsOfNone =
    routeOf(name).scope === 'statistics:read' || /^(listDisposal|listLogCheck|reportLogCheck)/.test(name)
  const isRead = isPrivate && !tellsOfNone && routeOf(name).scope !== 'episodes:write'

  it.each(cells)('answers $caller with $status', async ({ caller, status }) => {
    const answer = await ask(name, caller)

    expect(answer.status).toBe(status)
    // What strangers have asked for, and were refused, stands in their own log.
    const isToldAnyway = name === 'listAccesses' && !owners.includes(caller)
    const seen = marks.filter((mark) => answer.text.includes(mark) && !(isToldAnyway && /^01~\w+$/.test(mark)))
    if (!owners.includes(caller)) expect(seen).toEqual([])
    else if (isRead && status === 200) expect(seen).not.toEqual([])
  })
})
