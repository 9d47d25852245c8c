import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { countyCode } from '#schemas/codes.ts'
import { agreementId, monthQuality, receipt, settlement, settlementBody } from '#schemas/settlement.ts'
import { month } from '#schemas/time.ts'
import { json } from './json-body.ts'

/** Months that are closed, and the receipts of what they came to. */
export const settlementRoutes = {
  settle: {
    method: 'POST',
    path: '/v1/settlements',
    scope: 'settlements:write',
    file: 'settle',
    needs: { table: 'write', tasks: true, accessLog: 'write' },
    patients: 'billing',
    summary: 'Close a month of an agreement once its objections are over, and follow it at Location',
    body: json(settlementBody),
    answers: { 202: settlement },
  },
  getSettlement: {
    method: 'GET',
    path: '/v1/settlements/{settlement}',
    scope: 'liabilities:read',
    file: 'get-settlement',
    needs: { table: 'read' },
    summary: 'How far the closing of a month has come, and what stops which unit',
    answers: { 200: settlement },
  },
  getMonthQuality: {
    method: 'GET',
    path: '/v1/month-quality',
    scope: 'liabilities:read',
    file: 'get-month-quality',
    needs: { table: 'read' },
    summary: 'How much of a month’s data is sound, and which hospitals, wards and facts the rest comes from',
    query: z.strictObject({ region: countyCode.optional(), agreement: agreementId, month }),
    answers: { 200: monthQuality },
  },
  getReceipt: {
    method: 'GET',
    path: '/v1/liabilities/{liability}/receipt',
    scope: 'liabilities:read',
    file: 'get-receipt',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'billing',
    summary: 'The receipt of a closed month: every figure, what it rests on, and the manifest of its episodes',
    answers: { 200: receipt },
  },
  exportEpisodes: {
    method: 'GET',
    path: '/v1/liabilities/{liability}/export',
    scope: 'liabilities:read',
    file: 'export-episodes',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'audit',
    summary: 'The stays behind a closed month, one JSON object a line, to verify its receipt with',
    answers: { 200: null },
  },
} as const satisfies Record<string, Route>
