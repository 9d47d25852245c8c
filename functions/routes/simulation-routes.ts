import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { evaluationAnswer, evaluationBody } from '#schemas/evaluation.ts'
import { listOf, paging } from '#schemas/list.ts'
import * as simulations from '#schemas/simulation.ts'
import { json } from './json-body.ts'

/** Rules tried on stored months, and on cases side by side. */
export const simulationRoutes = {
  simulate: {
    method: 'POST',
    path: '/v1/simulations',
    scope: 'agreements:write',
    file: 'simulate',
    needs: { table: 'write', tasks: true },
    summary: "Try a version, a draft or an event on the region's own months, and follow it at Location",
    body: json(simulations.simulationBody),
    answers: { 202: simulations.simulation },
  },
  getSimulation: {
    method: 'GET',
    path: '/v1/simulations/{simulation}',
    scope: 'agreements:read',
    file: 'get-simulation',
    needs: { table: 'read' },
    summary: 'How far a simulation has come, what it changes and what that comes to',
    answers: { 200: simulations.simulation },
  },
  listSimulatedUnits: {
    method: 'GET',
    path: '/v1/simulations/{simulation}/units',
    scope: 'agreements:read',
    file: 'list-simulated-units',
    needs: { table: 'read' },
    summary: "Each unit's month in a simulation: was, is, the difference and what made it",
    query: z.strictObject(paging),
    answers: { 200: listOf('units', simulations.simulatedUnitMonth) },
  },
  evaluate: {
    method: 'POST',
    path: '/v1/evaluations',
    scope: 'agreements:read',
    file: 'evaluate',
    needs: { table: 'read' },
    summary: 'The same episodes under several rules, side by side; nothing is stored',
    body: json(evaluationBody),
    answers: { 200: evaluationAnswer },
  },
} as const satisfies Record<string, Route>
