import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { countyCode, municipalityCode } from '#schemas/codes.ts'
import { delayAnalysis } from '#schemas/delay-analysis.ts'
import { paging } from '#schemas/list.ts'
import * as reviews from '#schemas/review.ts'
import { month } from '#schemas/time.ts'
import { json } from './json-body.ts'

const ofRegion = {
  region: countyCode.optional().meta({ description: "Absent: the caller's own, or that of a municipality's county" }),
}

/** What a joint group of the parties decides on candidate days, and learns from delayed discharges. */
export const reviewRoutes = {
  decideCandidate: {
    method: 'POST',
    path: '/v1/reviews',
    scope: 'reviews:write',
    file: 'decide-candidate',
    needs: { table: 'write', tasks: true, accessLog: 'write' },
    patients: 'billing',
    summary: 'Record what the joint group has decided of the candidate days of an episode',
    body: json(reviews.reviewBody),
    answers: { 201: reviews.review },
  },
  listReviews: {
    method: 'GET',
    path: '/v1/reviews',
    scope: 'liabilities:read',
    file: 'list-reviews',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'billing',
    summary: 'The candidates of a month, each with what the joint group has decided',
    query: z.strictObject({
      ...paging,
      ...ofRegion,
      month,
      status: z.enum(['pending', 'decided']).optional(),
      municipality: municipalityCode.optional(),
    }),
    answers: { 200: reviews.reviewList },
  },
  getDelayAnalysis: {
    method: 'GET',
    path: '/v1/delay-analyses',
    scope: 'liabilities:read',
    file: 'get-delay-analysis',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'Where the ready days of a month arose and why, which steps were late, and what repeats',
    query: z.strictObject({ ...ofRegion, month }),
    answers: { 200: delayAnalysis },
  },
  listImprovementActions: {
    method: 'GET',
    path: '/v1/improvement-actions',
    scope: 'liabilities:read',
    file: 'list-improvement-actions',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'The improvements that the joint group has decided on, with what has become of them',
    query: z.strictObject({ ...paging, ...ofRegion }),
    answers: { 200: reviews.improvementActionList },
  },
  reportImprovement: {
    method: 'POST',
    path: '/v1/improvement-actions/{action}/outcomes',
    scope: 'reviews:write',
    file: 'report-improvement',
    needs: { table: 'write', accessLog: 'write' },
    patients: 'follow-up',
    summary: 'Tell what has become of an improvement action',
    body: json(reviews.improvementOutcomeBody),
    answers: { 201: reviews.improvementAction },
  },
} as const satisfies Record<string, Route>
