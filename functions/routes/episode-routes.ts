import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { asOf } from '#schemas/as-of.ts'
import { countyCode } from '#schemas/codes.ts'
import { decision, outcome } from '#schemas/decision.ts'
import { episodeBody, hsaId, identity } from '#schemas/episode.ts'
import * as episodes from '#schemas/episode-answers.ts'
import { paging } from '#schemas/list.ts'
import { month } from '#schemas/time.ts'
import { json } from './json-body.ts'

// The gateway hands lines over in base64, a third larger, and Lambda takes no event over 6 MB.
const IMPORT_BYTES = 4 * 1024 * 1024

/** Episodes: sent, read, decided, searched and imported. */
export const episodeRoutes = {
  putEpisode: {
    method: 'PUT',
    path: '/v1/episodes/{episode}',
    scope: 'episodes:write',
    file: 'put-episode',
    needs: { table: 'write', pseudonyms: true, tasks: true, accessLog: 'write' },
    patients: 'care-documentation',
    summary: 'Send the whole current state of one episode; again whenever it changes',
    body: json(episodeBody),
    answers: { 200: episodes.episodeAnswer, 201: episodes.episodeAnswer },
  },
  getEpisode: {
    method: 'GET',
    path: '/v1/episodes/{episode}',
    scope: 'episodes:read',
    file: 'get-episode',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'The revision of an episode that counts',
    query: z.strictObject(asOf),
    answers: { 200: episodes.episodeAnswer },
  },
  listRevisions: {
    method: 'GET',
    path: '/v1/episodes/{episode}/revisions',
    scope: 'episodes:read',
    file: 'list-revisions',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'Every revision of an episode, when it was recorded and whether it is current',
    query: z.strictObject(paging),
    answers: { 200: episodes.revisionList },
  },
  getDecision: {
    method: 'GET',
    path: '/v1/episodes/{episode}/decision',
    scope: 'episodes:read',
    file: 'get-decision',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'What the rule in force makes of an episode, and why',
    query: z.strictObject(asOf),
    answers: { 200: decision },
  },
  listEpisodes: {
    method: 'GET',
    path: '/v1/episodes',
    scope: 'episodes:read',
    file: 'list-episodes',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'Episodes by region, month of discharge, outcome and hospital',
    query: z.strictObject({
      ...paging,
      region: countyCode.optional(),
      month: month.optional(),
      outcome: outcome.optional(),
      hospital: hsaId.optional(),
      ...asOf,
    }),
    answers: { 200: episodes.episodeList },
  },
  searchEpisodes: {
    method: 'POST',
    path: '/v1/episode-searches',
    scope: 'episodes:read',
    file: 'search-episodes',
    needs: { table: 'read', pseudonyms: true, accessLog: 'write' },
    patients: 'follow-up',
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
    needs: { table: 'write', pseudonyms: true, tasks: true, accessLog: 'write' },
    patients: 'care-documentation',
    summary: 'Up to 1 000 episodes, one JSON object a line with its id, applied in order',
    body: { mediaType: 'application/x-ndjson', schema: z.string(), maximumBytes: IMPORT_BYTES },
    answers: { 200: episodes.importAnswer },
  },
} as const satisfies Record<string, Route>
