import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { exportList, exportQuery } from '#schemas/export.ts'
import { paging } from '#schemas/list.ts'

/** Monthly statistics as files. */
export const exportRoutes = {
  listExports: {
    method: 'GET',
    path: '/v1/exports',
    scope: 'statistics:read',
    file: 'list-exports',
    needs: { table: 'read' },
    summary: 'The published statistics: own figures exact, those of others with small numbers hidden',
    query: z.strictObject({ ...paging, ...exportQuery }),
    answers: { 200: exportList },
  },
  getExportFile: {
    method: 'GET',
    path: '/v1/exports/{export}/{format}',
    scope: 'statistics:read',
    file: 'get-export-file',
    needs: { table: 'read', exports: 'link' },
    summary: 'Redirects to a file of an export, at an address that lasts some minutes',
    answers: { 302: null },
  },
} as const satisfies Record<string, Route>
