import type { routes } from '#functions/routes.ts'
import { scope } from '#schemas/scope.ts'
import { anEpisode, TEST_PERSON } from './an-episode.ts'
import type { Sent } from './api.ts'
import { aCandidate, aReview } from './joint-group.ts'

/** The name of a route. */
export type RouteName = keyof typeof routes

/** Each route that touches no patient, and why. */
export const untouching: Partial<Record<RouteName, string>> = {
  apiInfo: 'is about the API',
  health: 'is about the API',
  openapi: 'is about the API',
  listAgreements: 'rules alone',
  getAgreement: 'rules alone',
  getRuleFile: 'rules alone',
  uploadVersion: 'rules alone; its simulation gives sums',
  getVersionReport: 'rules and sums',
  planCorrections: 'sums of closed months',
  approveVersion: 'rules alone',
  withdrawVersion: 'rules alone',
  getAgreementHistory: 'rules alone',
  getRuleCalendar: 'rules alone',
  getRuleDifferences: 'rules alone',
  declareEvent: 'rules and sums',
  determineLevel: 'a sum over a whole county',
  listDeterminations: 'sums over whole counties',
  declareDayAmount: 'an amount',
  listDayAmounts: 'amounts',
  simulate: 'sums by unit and month',
  getSimulation: 'sums',
  listSimulatedUnits: 'sums by unit and month',
  evaluate: 'made-up cases of the caller, of which nothing is stored',
  listLiabilities: 'sums by unit and month',
  getLiability: 'sums by unit and month, with their steps',
  getSettlement: 'units, and how many episodes stop them',
  getMonthQuality: 'counts by hospital and ward',
  getDisputeSummary: 'counts',
  listExports: 'statistics',
  getExportFile: 'statistics',
  reportLogCheck: 'that a check was made',
  listLogChecks: 'that checks were made',
  listDisposals: 'counts',
  listDisposalPlans: 'months',
}

const everyScope = { scope: scope.options.join(' '), hsa_id: 'SE2321000016-1AB2' }
/** Who asks, by the claims of their tokens. */
export const callers = {
  region: { ...everyScope, sub: 'region-auditor', region: '01' },
  'another region': { ...everyScope, sub: 'another', region: '06' },
  municipality: { ...everyScope, sub: 'municipality-auditor', municipality: '0136' },
  'another municipality': { ...everyScope, sub: 'yet-another', municipality: '0180' },
  'a joint group': { ...everyScope, sub: 'joint-group', region: '24' },
  'no scopes': { sub: 'no-scopes', region: '01' },
}

/** The one episode of region 01. */
export const ID = '01~logged'
const LIABILITY = '01~stockholm-somatic~1.1~0136~2020-03'
const DISPUTE = '01~2020-03~0136~logged~1'
/** The present month, in UTC. */
export const thisMonth = new Date().toISOString().slice(0, 7)
/** What is sent of it. */
export const episode = anEpisode({
  ready: '2020-03-02 10:00',
  out: '2020-03-07 15:00',
  placedBy: '0136',
  openCare: 'available',
})
/** A dispute about it. */
export const aDispute = { liability: LIABILITY, episode: ID, reason: 'not-ready' }

/** A request, and who sends it. */
export type Success = {
  readonly by?: keyof typeof callers
  readonly path?: string
  readonly sent?: Sent
  readonly of?: string
}

/** A request that each route answers with a success, and the one episode that it then touches. */
export const touchingRequests: Partial<Record<RouteName, Success>> = {
  putEpisode: { path: `/v1/episodes/${ID}`, sent: { body: episode } },
  getEpisode: { path: `/v1/episodes/${ID}` },
  listRevisions: { path: `/v1/episodes/${ID}/revisions` },
  getDecision: { path: `/v1/episodes/${ID}/decision` },
  listEpisodes: {},
  searchEpisodes: { sent: { body: { identity: TEST_PERSON } } },
  importEpisodes: {
    sent: { text: JSON.stringify({ id: ID, ...episode }), headers: { 'content-type': 'application/x-ndjson' } },
  },
  listLiabilityEpisodes: { path: `/v1/liabilities/${LIABILITY}/episodes` },
  settle: { sent: { body: { agreement: 'stockholm-somatic', month: '2020-03' } }, of: 'nothing' },
  getReceipt: { path: `/v1/liabilities/${LIABILITY}/receipt` },
  exportEpisodes: { path: `/v1/liabilities/${LIABILITY}/export` },
  raiseDispute: { by: 'municipality', sent: { body: aDispute } },
  listDisputes: { by: 'municipality' },
  getDispute: { path: `/v1/disputes/${DISPUTE}` },
  decideDispute: {
    path: `/v1/disputes/${DISPUTE}/decisions`,
    sent: { body: { outcome: 'escalated', reason: 'The heads of unit decide.' } },
  },
  decideCandidate: {
    by: 'a joint group',
    sent: {
      body: aReview('24~candidate', { action: { text: 'Tell before noon.', responsible: 'The ward' } }),
    },
    of: '24~candidate',
  },
  listReviews: { by: 'a joint group', path: '/v1/reviews?month=2022-05', of: '24~candidate' },
  getDelayAnalysis: { by: 'a joint group', path: '/v1/delay-analyses?month=2022-05', of: '24~candidate' },
  listImprovementActions: { by: 'a joint group', of: '24~candidate' },
  reportImprovement: {
    by: 'a joint group',
    path: '/v1/improvement-actions/24~candidate~2022-05~1/outcomes',
    sent: { body: { status: 'done', text: 'The ward does so.' } },
    of: '24~candidate',
  },
  listAccesses: { path: `/v1/access-log?episode=${ID}` },
  extractAccesses: { sent: { body: { identity: TEST_PERSON, from: thisMonth, to: thisMonth } } },
}

/** The one episode of region 24. */
export const candidate = aCandidate()
