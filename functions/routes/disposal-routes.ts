import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { disposalList } from '#schemas/disposal.ts'
import { paging } from '#schemas/list.ts'

/** What has been disposed of. */
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
} as const satisfies Record<string, Route>
