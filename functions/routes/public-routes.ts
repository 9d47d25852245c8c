import * as z from 'zod'
import type { Route } from '#http/route.ts'

/** Open to everyone: what the API is, that it answers, and its description. */
export const publicRoutes = {
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
} as const satisfies Record<string, Route>
