import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { disposalList, disposalPlanList } from '#schemas/disposal.ts'
import { paging } from '#schemas/list.ts'

/** What has been disposed of, and what is to be. */
export const disposalRoutes = {
  listDisposals: {
    method: 'GET',
    path: '/v1/disposals',
    scope: 'access-log:read',
    file: 'list-disposals',
    needs: { table: 'read' },
    summary: 'The records of what has been disposed of for a region: what, how much, when and by which decision',
    query: z.strictObject(paging),
    answers: { 200: disposalList },
  },
  listDisposalPlans: {
    method: 'GET',
    path: '/v1/disposal-plans',
    scope: 'access-log:read',
    file: 'list-disposal-plans',
    needs: { table: 'read' },
    summary: 'What is to become of each month of a region: kept, or disposed of from which day on',
    query: z.strictObject(paging),
    answers: { 200: disposalPlanList },
  },
} as const satisfies Record<string, Route>
