import { setTimeout } from 'node:timers/promises'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { HandlerFor } from '#local/route-handlers.ts'
import { anEvent } from '../../http/an-event.ts'
import type { FuzzedRequest } from './arbitrary-request.ts'

/** What a request was answered with, and by which route. */
export type Asked = {
  readonly routeKey: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** There can be no body, whatever the status. */
  readonly isHead: boolean
}

/** Sends a request to the bound handlers as the gateway would; throws when there is no answer in time. */
export const askInProcess = async (handlerFor: HandlerFor, request: FuzzedRequest, token?: string): Promise<Asked> => {
  const { handler, routeKey, pathParameters } = handlerFor(request.method, request.path)
  const event = eventOf(request, routeKey, pathParameters, token)
  const result = await inTime(() => handler(event, { getRemainingTimeInMillis: () => 29_000 }))
  const headers = new Headers(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]))
  return { routeKey, status: result.statusCode ?? 200, headers, text: result.body ?? '', isHead: false }
}

const LONGEST_MILLISECONDS = 20_000

/** An answer that comes in twenty seconds; throws without it. */
export const inTime = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const begun = performance.now()
  const patience = new AbortController()
  const tooLong = setTimeout(LONGEST_MILLISECONDS, undefined, { signal: patience.signal }).then(
    () => {
      throw new Error('There is no answer in 20 seconds')
    },
    () => undefined,
  )
  const answer = ask()
  try {
    await Promise.race([answer, tooLong])
    if (performance.now() - begun > LONGEST_MILLISECONDS) throw new Error('The answer took more than 20 seconds')
    return await answer
  } finally {
    patience.abort()
  }
}

const eventOf = (
  { method, path, query, headers, body, encoding }: FuzzedRequest,
  routeKey: string,
  pathParameters: Readonly<Record<string, string>>,
  token: string | undefined,
): APIGatewayProxyEventV2 => {
  const bytes = Buffer.from(body, encoding)
  // The gateway hands text over as it is where it is UTF-8 of a type that it knows as text, and all else in base64.
  const isText = /^(text\/|application\/json\b)/i.test(headers['content-type'] ?? '') && bytes.toString('utf8') === body
  const event = anEvent({
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    query,
    ...(body !== '' && { body: isText ? body : bytes.toString('base64') }),
    isBase64Encoded: body !== '' && !isText,
    pathParameters: Object.fromEntries(Object.entries(pathParameters).map(([name, value]) => [name, decodedOr(value)])),
  })
  return {
    ...event,
    rawPath: path,
    routeKey,
    requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method, path } },
  }
}

const decodedOr = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
