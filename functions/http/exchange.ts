import type middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Language } from '#schemas/text.ts'
import type { Caller } from './caller.ts'
import type { LogEntry } from './log-entry.ts'
import type { Route } from './route.ts'
import type { Trace } from './trace.ts'

/** What the border itself needs of the environment. */
export type Border = {
  readonly verifyToken: (token: string) => Promise<Caller | undefined>
  readonly log: (entry: LogEntry) => void
}

/** What the gateway, or its stand-in on one machine, tells about the invocation. */
export type Invocation = { readonly getRemainingTimeInMillis: () => number }

/** A request on its way through the border: each step fills in what it has parsed. */
export type Exchange = {
  readonly event: APIGatewayProxyEventV2
  readonly route: Route
  readonly border: Border
  readonly language: Language
  readonly trace: Trace
  caller?: Caller
  params: Readonly<Record<string, string>>
  query: unknown
  body: unknown
}

/** What goes back to the gateway. */
export type Result = APIGatewayProxyStructuredResultV2

/** One step of the border. */
export type Step = middy.MiddlewareObj<Exchange, Result, Error, Invocation>
