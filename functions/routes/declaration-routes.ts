import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { countyCode } from '#schemas/codes.ts'
import { listOf, paging } from '#schemas/list.ts'
import * as ruleVersions from '#schemas/rule-version.ts'
import { json } from './json-body.ts'

/** What is declared about agreements: events, determined levels and day amounts. */
export const declarationRoutes = {
  declareEvent: {
    method: 'POST',
    path: '/v1/agreements/{agreement}/events',
    scope: 'agreements:write',
    file: 'declare-event',
    needs: { table: 'write', tasks: true },
    summary: 'Declare an event that a version begins or ends with, or preview what that changes',
    body: json(ruleVersions.eventBody),
    answers: { 200: ruleVersions.eventAnswer, 201: ruleVersions.eventAnswer },
  },
  determineLevel: {
    method: 'POST',
    path: '/v1/agreements/{agreement}/determinations',
    scope: 'agreements:write',
    file: 'determine-level',
    needs: { table: 'write', tasks: true },
    summary: 'Determine the level of a stage from what is stored, or preview it',
    body: json(ruleVersions.determinationBody),
    answers: { 200: ruleVersions.determinationAnswer, 201: ruleVersions.determinationAnswer },
  },
  listDeterminations: {
    method: 'GET',
    path: '/v1/agreements/{agreement}/determinations',
    scope: 'agreements:read',
    file: 'list-determinations',
    needs: { table: 'read' },
    summary: 'The determined levels of an agreement, each beside what its formula gives today',
    query: z.strictObject(paging),
    answers: { 200: listOf('determinations', ruleVersions.determinationAnswer) },
  },
  declareDayAmount: {
    method: 'POST',
    path: '/v1/day-amounts',
    scope: 'agreements:write',
    file: 'declare-day-amount',
    needs: { table: 'write', tasks: true },
    summary: "Declare what a care day costs at the region's hospitals in a year, with its source",
    body: json(ruleVersions.dayAmountBody),
    answers: { 200: ruleVersions.dayAmount, 201: ruleVersions.dayAmount },
  },
  listDayAmounts: {
    method: 'GET',
    path: '/v1/day-amounts',
    scope: 'agreements:read',
    file: 'list-day-amounts',
    needs: { table: 'read' },
    summary: 'The national day amounts and those that regions have declared',
    query: z.strictObject({ ...paging, region: countyCode.optional() }),
    answers: { 200: listOf('dayAmounts', ruleVersions.dayAmount) },
  },
} as const satisfies Record<string, Route>
