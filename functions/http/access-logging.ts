import { randomUUID } from 'node:crypto'
import { type AccessRecord, namedInPath, touchedTogether } from '#store/access-record.ts'
import { organisationOf, type Tenant } from './caller.ts'
import type { Exchange, Result, Step } from './exchange.ts'
import { busy } from './problem.ts'
import { problemResult } from './problems.ts'

/**
 * Keeps one record of each request that touches patients, refused ones too, once its answer is known and before it is let
 * out; when the record cannot be kept, a 503 takes the place of the answer (PDL 4 kap. 3 §).
 */
export const accessLogging: Step = {
  after: ({ event: exchange, response }) => logged(exchange, response),
  onError: async (request) => {
    try {
      await logged(request.event, request.response)
    } catch (error) {
      request.response = problemResult(error, request.event)
    }
  },
}

const logged = async (exchange: Exchange, response: Result | null | undefined): Promise<void> => {
  if (exchange.route.patients === undefined || exchange.isLogged) return
  // Before it is tried: where it fails, the answer to that is not another access.
  exchange.isLogged = true
  const { accessLog, now } = exchange.border
  if (accessLog === undefined || now === undefined) throw new Error(`${exchange.route.file} is composed without a log`)
  try {
    await accessLog.keep(recordOf(exchange, now(), response?.statusCode ?? 500))
  } catch (error) {
    exchange.isLost = true
    throw busy(error)
  }
}

const recordOf = (exchange: Exchange, at: string, outcome: number): AccessRecord => {
  const { event, route, caller, purpose, trace } = exchange
  const named = namedInPath(decoded(event.pathParameters ?? {}))
  const asked = named.episode === undefined ? [] : [{ episode: named.episode }]
  const touched = touchedTogether([...exchange.touched, ...asked])
  return {
    id: randomUUID(),
    at,
    ...(caller && { sub: caller.sub, organisation: asNarrowed(caller.tenant) }),
    ...(caller?.hsaId !== undefined && { hsaId: caller.hsaId }),
    route: `${route.method} ${route.path}`,
    ...(purpose && { purpose }),
    outcome,
    traceId: trace.traceId,
    regions: regionsOf(caller?.tenant, named.region, touched),
    touched,
  }
}

// With what the token was narrowed to.
const asNarrowed = (tenant: Tenant): NonNullable<AccessRecord['organisation']> => ({
  ...organisationOf(tenant),
  ...(tenant.kind === 'region' && tenant.hospitals && { hospitals: tenant.hospitals }),
  ...(tenant.kind === 'municipality' && tenant.district && { district: tenant.district }),
})

// A search in every region is about those alone in which it found something.
const regionsOf = (tenant: Tenant | undefined, named: string | undefined, touched: AccessRecord['touched']) => {
  const own = tenant?.kind === 'region' ? tenant.region : undefined
  const all = [own, named, ...touched.filter(({ episode }) => episode !== undefined).map(({ region }) => region)]
  return [...new Set(all.filter((region) => region !== undefined))].sort()
}

// What cannot be decoded names nothing.
const decoded = (parameters: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value = '']) => {
      try {
        return [name, decodeURIComponent(value)] as const
      } catch {
        return [name, ''] as const
      }
    }),
  )
