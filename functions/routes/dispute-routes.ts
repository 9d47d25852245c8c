import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { countyCode } from '#schemas/codes.ts'
import * as disputes from '#schemas/dispute.ts'
import { paging } from '#schemas/list.ts'
import { json } from './json-body.ts'

/** Episodes that a municipality contests, and what is decided of them. */
export const disputeRoutes = {
  raiseDispute: {
    method: 'POST',
    path: '/v1/disputes',
    scope: 'disputes:write',
    file: 'raise-dispute',
    needs: { table: 'write', accessLog: 'write' },
    patients: 'billing',
    summary: 'Contest an episode that is counted in a liability; the same again while it is open is the same dispute',
    body: json(disputes.disputeBody),
    answers: { 200: disputes.dispute, 201: disputes.dispute },
  },
  listDisputes: {
    method: 'GET',
    path: '/v1/disputes',
    scope: 'liabilities:read',
    file: 'list-disputes',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'billing',
    summary: 'The disputes of a region or a municipality',
    query: z.strictObject({ ...paging, ...disputes.disputeFilter }),
    answers: { 200: disputes.disputeList },
  },
  getDispute: {
    method: 'GET',
    path: '/v1/disputes/{dispute}',
    scope: 'liabilities:read',
    file: 'get-dispute',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'billing',
    summary: 'One dispute: the liability with the episode and without it, what is held, and every decision',
    answers: { 200: disputes.dispute },
  },
  decideDispute: {
    method: 'POST',
    path: '/v1/disputes/{dispute}/decisions',
    scope: 'disputes:write',
    file: 'decide-dispute',
    needs: { table: 'write', tasks: true, accessLog: 'write' },
    patients: 'billing',
    summary: 'Uphold, reject or escalate a dispute; its municipality may withdraw it',
    body: json(disputes.disputeDecisionBody),
    answers: { 201: disputes.dispute },
  },
  getDisputeSummary: {
    method: 'GET',
    path: '/v1/dispute-summary',
    scope: 'liabilities:read',
    file: 'get-dispute-summary',
    needs: { table: 'read' },
    summary: 'Disputes by county and unit: open ones by step and age, ended ones by outcome',
    query: z.strictObject({ region: countyCode.optional() }),
    answers: { 200: disputes.disputeSummary },
  },
} as const satisfies Record<string, Route>
