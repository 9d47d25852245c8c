import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { accessLog, accessLogQuery, extract, extractBody } from '#schemas/access-log.ts'
import { paging } from '#schemas/list.ts'
import { json } from './json-body.ts'

/** Who has looked at patients. */
export const accessLogRoutes = {
  listAccesses: {
    method: 'GET',
    path: '/v1/access-log',
    scope: 'access-log:read',
    file: 'list-accesses',
    needs: { table: 'read', accessLog: 'read' },
    patients: 'audit',
    summary: "A month's accesses to a region's patients, or by a municipality's callers, or a random sample of them",
    query: z.strictObject({ ...paging, ...accessLogQuery }),
    answers: { 200: accessLog },
  },
  extractAccesses: {
    method: 'POST',
    path: '/v1/access-log-extracts',
    scope: 'access-log:read',
    file: 'extract-accesses',
    needs: { table: 'read', pseudonyms: true, accessLog: 'read' },
    patients: 'audit',
    summary: 'Who has looked at one patient; the number is in the body only and is never stored or logged',
    query: z.strictObject(paging),
    body: json(extractBody),
    answers: { 200: extract },
  },
} as const satisfies Record<string, Route>
