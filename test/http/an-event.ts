import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Caller } from '#http/caller.ts'
import type { Border, Invocation, Limiting, Result } from '#http/exchange.ts'
import type { LogEntry } from '#http/log-entry.ts'
import { aClientLimit } from '../support/a-client-limit.ts'

/** What matters of a request; the rest is a plain GET. */
export type EventDetails = {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: string
  readonly pathParameters?: Readonly<Record<string, string>>
  readonly isBase64Encoded?: boolean
}

/** An event as the gateway sends it. */
export const anEvent = (details: EventDetails = {}): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'GET /',
  rawPath: '/',
  rawQueryString: details.query ?? '',
  headers: { ...details.headers },
  isBase64Encoded: details.isBase64Encoded ?? false,
  ...(details.body !== undefined && { body: details.body }),
  ...(details.pathParameters && { pathParameters: { ...details.pathParameters } }),
  requestContext: {
    accountId: 'test',
    apiId: 'test',
    domainName: 'test',
    domainPrefix: 'test',
    http: { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
    requestId: 'test',
    routeKey: 'GET /',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
})

/** An invocation with ten seconds left. */
export const anInvocation: Invocation = { getRemainingTimeInMillis: () => 10_000 }

/** A region that may do everything asked for in a test. */
export const aCaller: Caller = {
  sub: 'region-01',
  scopes: new Set(['episodes:read', 'episodes:write']),
  tenant: { kind: 'region', region: '01' },
}

/** A border that knows one token, `good`, limits nobody and keeps what is logged. */
export const aBorder = (caller: Caller = aCaller): Border & Limiting & { readonly logged: LogEntry[] } => {
  const logged: LogEntry[] = []
  return {
    logged,
    ...aClientLimit(),
    now: () => new Date().toISOString(),
    verifyToken: async (token) => (token === 'good' ? caller : undefined),
    log: (entry) => {
      logged.push(entry)
    },
  }
}

/** The body of a result, parsed. */
export const jsonOf = ({ body = '' }: Result): Record<string, unknown> => JSON.parse(body)
