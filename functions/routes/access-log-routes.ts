import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { accessLog, accessLogQuery, extract, extractBody } from '#schemas/access-log.ts'
import { accessLogCheck, accessLogCheckBody, accessLogCheckList } from '#schemas/access-log-check.ts'
import { paging } from '#schemas/list.ts'
import { month } from '#schemas/time.ts'
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
  reportLogCheck: {
    method: 'POST',
    path: '/v1/access-log-checks',
    scope: 'access-log:read',
    file: 'report-log-check',
    needs: { table: 'write' },
    summary: 'Tell that the log has been checked, and what came of it',
    body: json(accessLogCheckBody),
    answers: { 201: accessLogCheck },
  },
  listLogChecks: {
    method: 'GET',
    path: '/v1/access-log-checks',
    scope: 'access-log:read',
    file: 'list-log-checks',
    needs: { table: 'read' },
    summary: 'The checks that have been made of the log',
    query: z.strictObject({ ...paging, month: month.optional() }),
    answers: { 200: accessLogCheckList },
  },
} as const satisfies Record<string, Route>
