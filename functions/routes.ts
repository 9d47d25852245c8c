import * as z from 'zod'
import type { Route } from '#http/route.ts'
import * as agreement from '#schemas/agreement.ts'
import { countyCode, districtCode, municipalityCode } from '#schemas/codes.ts'
import { decision, outcome } from '#schemas/decision.ts'
import { episodeBody, hsaId, identity } from '#schemas/episode.ts'
import * as episodes from '#schemas/episode-answers.ts'
import * as liabilities from '#schemas/liability.ts'
import { paging } from '#schemas/list.ts'
import { ruleCalendar } from '#schemas/rule-calendar.ts'
import { month } from '#schemas/time.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
// The gateway hands lines over in base64, a third larger, and Lambda takes no event over 6 MB.
const IMPORT_BYTES = 4 * MEGABYTE

const json = <Schema extends z.ZodType>(schema: Schema) =>
  ({ mediaType: 'application/json', schema, maximumBytes: MEGABYTE }) as const

/** The route table: what is here is deployed, served locally and described by the OpenAPI document. */
export const routes = {
  apiInfo: {
    method: 'GET',
    path: '/v1/api-info',
    file: 'get-api-info',
    summary: 'Name, version and status of the API (DIGG REST API profile)',
    answers: { 200: z.record(z.string(), z.string()) },
  },
  health: {
    method: 'GET',
    path: '/v1/health',
    file: 'get-health',
    needs: { table: 'read' },
    summary: 'Whether the service answers and its table can be read',
    answers: { 200: z.strictObject({ status: z.literal('pass') }) },
  },
  openapi: {
    method: 'GET',
    path: '/v1/openapi.json',
    file: 'get-openapi',
    summary: 'This description',
    answers: { 200: z.record(z.string(), z.unknown()) },
  },
  putEpisode: {
    method: 'PUT',
    path: '/v1/episodes/{episode}',
    scope: 'episodes:write',
    file: 'put-episode',
    needs: { table: 'write', pseudonyms: true },
    summary: 'Send the whole current state of one episode; again whenever it changes',
    body: json(episodeBody),
    answers: { 200: episodes.episodeAnswer, 201: episodes.episodeAnswer },
  },
  getEpisode: {
    method: 'GET',
    path: '/v1/episodes/{episode}',
    scope: 'episodes:read',
    file: 'get-episode',
    needs: { table: 'read' },
    summary: 'The current revision of an episode',
    answers: { 200: episodes.episodeAnswer },
  },
  listRevisions: {
    method: 'GET',
    path: '/v1/episodes/{episode}/revisions',
    scope: 'episodes:read',
    file: 'list-revisions',
    needs: { table: 'read' },
    summary: 'Every revision of an episode, when it was recorded and whether it is current',
    query: z.strictObject(paging),
    answers: { 200: episodes.revisionList },
  },
  getDecision: {
    method: 'GET',
    path: '/v1/episodes/{episode}/decision',
    scope: 'episodes:read',
    file: 'get-decision',
    needs: { table: 'read' },
    summary: 'What the rule in force makes of an episode, and why',
    answers: { 200: decision },
  },
  listEpisodes: {
    method: 'GET',
    path: '/v1/episodes',
    scope: 'episodes:read',
    file: 'list-episodes',
    needs: { table: 'read' },
    summary: 'Episodes by region, month of discharge, outcome and hospital',
    query: z.strictObject({
      ...paging,
      region: countyCode.optional(),
      month: month.optional(),
      outcome: outcome.optional(),
      hospital: hsaId.optional(),
    }),
    answers: { 200: episodes.episodeList },
  },
  searchEpisodes: {
    method: 'POST',
    path: '/v1/episode-searches',
    scope: 'episodes:read',
    file: 'search-episodes',
    needs: { table: 'read', pseudonyms: true },
    summary: "The caller's own episodes for one person; the number is in the body only and is never stored or logged",
    query: z.strictObject(paging),
    body: json(z.strictObject({ identity })),
    answers: { 200: episodes.episodeList },
  },
  importEpisodes: {
    method: 'POST',
    path: '/v1/episode-imports',
    scope: 'episodes:write',
    file: 'import-episodes',
    needs: { table: 'write', pseudonyms: true },
    summary: 'Up to 1 000 episodes, one JSON object a line with its id, applied in order',
    body: { mediaType: 'application/x-ndjson', schema: z.string(), maximumBytes: IMPORT_BYTES },
    answers: { 200: episodes.importAnswer },
  },
  listAgreements: {
    method: 'GET',
    path: '/v1/agreements',
    scope: 'agreements:read',
    file: 'list-agreements',
    needs: { table: 'read' },
    summary: 'Every agreement with its stages and versions',
    query: z.strictObject(paging),
    answers: { 200: agreement.agreementList },
  },
  getAgreement: {
    method: 'GET',
    path: '/v1/agreements/{agreement}',
    scope: 'agreements:read',
    file: 'get-agreement',
    needs: { table: 'read' },
    summary: 'One agreement: stages, versions, validity, hashes and open questions',
    answers: { 200: agreement.agreement },
  },
  getRuleFile: {
    method: 'GET',
    path: '/v1/agreements/{agreement}/versions/{version}',
    scope: 'agreements:read',
    file: 'get-rule-file',
    needs: { table: 'read' },
    summary: 'One version of a rule file, as JSON or, with Accept: application/yaml, byte for byte',
    answers: { 200: agreement.ruleFileAnswer },
  },
  getRuleCalendar: {
    method: 'GET',
    path: '/v1/rule-calendar',
    scope: 'agreements:read',
    file: 'get-rule-calendar',
    needs: { table: 'read' },
    summary: 'Which rule applies in a county on each day from 2018-01-01 on, with holes and overlaps',
    query: z.strictObject({ region: countyCode }),
    answers: { 200: ruleCalendar },
  },
  listLiabilities: {
    method: 'GET',
    path: '/v1/liabilities',
    scope: 'liabilities:read',
    file: 'list-liabilities',
    needs: { table: 'read' },
    summary: 'What each unit owes for the episodes discharged in a month',
    query: z.strictObject({
      ...paging,
      month,
      region: countyCode.optional(),
      municipality: municipalityCode.optional(),
      district: districtCode.optional(),
      agreement: z.string().optional(),
    }),
    answers: { 200: liabilities.liabilityList },
  },
  getLiability: {
    method: 'GET',
    path: '/v1/liabilities/{liability}',
    scope: 'liabilities:read',
    file: 'get-liability',
    needs: { table: 'read' },
    summary: 'One liability with every step of its calculation',
    answers: { 200: liabilities.liabilityWithSteps },
  },
  listLiabilityEpisodes: {
    method: 'GET',
    path: '/v1/liabilities/{liability}/episodes',
    scope: 'liabilities:read',
    file: 'list-liability-episodes',
    needs: { table: 'read' },
    summary: 'The episodes behind a liability, each with its decision',
    query: z.strictObject(paging),
    answers: { 200: liabilities.liabilityEpisodeList },
  },
} as const satisfies Record<string, Route>
