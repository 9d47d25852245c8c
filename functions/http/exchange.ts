import type middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Purpose } from '#schemas/access-log.ts'
import type { Language } from '#schemas/text.ts'
import type { AccessLog } from '#store/access-log.ts'
import type { Touched } from '#store/access-record.ts'
import type { CountRequest } from '#store/request-counts.ts'
import type { Caller } from './caller.ts'
import type { ClientLimits } from './client-limits.ts'
import type { LogEntry } from './log-entry.ts'
import type { Route } from './route.ts'
import type { Trace } from './trace.ts'

/** What the border itself needs of the environment. */
export type Border = {
  readonly verifyToken: (token: string) => Promise<Caller | undefined>
  readonly log: (entry: LogEntry) => void
}

/** What the border needs beside that where patients are touched: the log of accesses, and the clock. */
export type Logging = { readonly accessLog: AccessLog; readonly now: () => string }

/** What the border needs beside that where a token is asked for: how often a client may send, where that is counted, and the clock. */
export type Limiting = {
  readonly clientLimits: ClientLimits
  readonly countRequest: CountRequest
  readonly now: () => string
}

/** What the gateway, or its stand-in on one machine, tells about the invocation. */
export type Invocation = { readonly getRemainingTimeInMillis: () => number }

/** A request on its way through the border: each step fills in what it has parsed. */
export type Exchange = {
  readonly event: APIGatewayProxyEventV2
  readonly route: Route
  readonly border: Border & Partial<Logging & Limiting>
  readonly language: Language
  readonly trace: Trace
  caller?: Caller
  purpose?: Purpose
  /** What the request has to do with, as far as is known. */
  readonly touched: Touched[]
  /** That its one record has been made, be it kept or not. */
  isLogged: boolean
  /** That it could not be kept. */
  isLost: boolean
  params: Readonly<Record<string, string>>
  query: unknown
  body: unknown
}

/** What goes back to the gateway. */
export type Result = APIGatewayProxyStructuredResultV2

/** One step of the border. */
export type Step = middy.MiddlewareObj<Exchange, Result, Error, Invocation>
