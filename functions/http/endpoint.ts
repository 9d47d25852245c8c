import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type * as z from 'zod'
import type { Purpose } from '#schemas/access-log.ts'
import type { Scope } from '#schemas/scope.ts'
import type { Language } from '#schemas/text.ts'
import type { Touched } from '#store/access-record.ts'
import { accessLogging } from './access-logging.ts'
import { authentication, authorisation } from './authentication.ts'
import { body } from './body.ts'
import type { Caller } from './caller.ts'
import { clientLimiting } from './client-limiting.ts'
import type { Border, Exchange, Invocation, Limiting, Logging, Result } from './exchange.ts'
import { headerOf } from './header.ts'
import { contentLanguage, languageOf } from './language.ts'
import { pathParameters } from './path-parameters.ts'
import { busy } from './problem.ts'
import { problems } from './problems.ts'
import { purposeStep } from './purpose-step.ts'
import { query } from './query.ts'
import { type Reply, resultOf } from './reply.ts'
import type { ParameterName, Route } from './route.ts'
import { traceOf } from './trace.ts'
import { traceContext } from './trace-context.ts'

/** A request that has passed the border of its route: everything in it is parsed. */
export type Request<R extends Route> = {
  readonly params: Readonly<Record<ParameterName<R['path']>, string>>
  readonly query: R extends { readonly query: infer Query extends z.ZodType } ? z.output<Query> : undefined
  readonly body: R extends { readonly body: { readonly raw: true } }
    ? Uint8Array
    : R extends { readonly body: { readonly schema: infer Body extends z.ZodType } }
      ? z.output<Body>
      : undefined
  readonly header: (name: string) => string | undefined
  readonly language: Language
  readonly remainingMilliseconds: () => number
  readonly traceId: string
} & (R extends { readonly scope: Scope } ? { readonly caller: Caller } : unknown) &
  (R extends { readonly patients: Purpose } ? { readonly touched: (...what: readonly Touched[]) => void } : unknown)

/** What the border of a route needs of the environment. */
export type BorderOf<R extends Route> = Border &
  (R extends { readonly scope: Scope } ? Limiting : unknown) &
  (R extends { readonly patients: Purpose } ? Logging : unknown)

/** What Lambda calls. */
export type LambdaHandler = (event: APIGatewayProxyEventV2, invocation: Invocation) => Promise<Result>

/** A route with what answers it, to be bound to an environment, at once or at the first request. */
export type Endpoint<E, R extends Route = Route> = {
  readonly route: R
  readonly bind: (environment: E | (() => E)) => LambdaHandler
}

/** Puts the border around what answers a route. */
export const endpoint = <R extends Route, E extends Border>(
  route: R,
  answer: (request: Request<R>, environment: E) => Promise<Reply>,
): Endpoint<E & BorderOf<R>, R> => ({
  route,
  bind: (given) => {
    const environment = isMaker(given) ? once(given) : () => given
    const stack = middy<Exchange, Result, Error, Invocation>(
      async (exchange: Exchange, invocation: Invocation) =>
        resultOf(await answer(requestOf<R>(exchange, invocation), environment()), exchange.language),
      {
        timeoutEarlyInMillis: EARLY_MILLISECONDS,
        timeoutEarlyResponse: () => {
          throw busy(new DOMException('The time of the invocation is up', 'TimeoutError'))
        },
      },
    )
      // The last steps of an answer stand first: middy runs them backwards on the way out.
      .use([traceContext, contentLanguage, accessLogging, problems])
      // Who has a token is counted before it is asked what the token is good for.
      .use([authentication, clientLimiting, authorisation, purposeStep, pathParameters, body, query])
    return async (event, invocation) => stack(exchangeOf(event, route, environment()), invocation)
  },
})

const EARLY_MILLISECONDS = 250

const isMaker = <E>(given: E | (() => E)): given is () => E => typeof given === 'function'

const once = <E>(make: () => E): (() => E) => {
  let made: { readonly value: E } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const exchangeOf = (event: APIGatewayProxyEventV2, route: Route, border: Border): Exchange => ({
  event,
  route,
  border,
  language: languageOf(headerOf(event, 'accept-language')),
  trace: traceOf(headerOf(event, 'traceparent')),
  params: {},
  query: undefined,
  body: undefined,
  touched: [],
  isLogged: false,
  isLost: false,
})

const requestOf = <R extends Route>(exchange: Exchange, invocation: Invocation): Request<R> => {
  const { event, language, trace, caller, params, query, body } = exchange
  const request = {
    params,
    query,
    body,
    caller,
    language,
    traceId: trace.traceId,
    header: (name: string) => headerOf(event, name),
    touched: (...what: readonly Touched[]) => {
      exchange.touched.push(...what)
    },
    remainingMilliseconds: () => invocation.getRemainingTimeInMillis(),
  }
  // The steps have parsed each part by this route's own schemas, which the compiler cannot see.
  return request as unknown as Request<R>
}
