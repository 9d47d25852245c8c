import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Match } from './route-handlers.ts'

/** A request and when it came. */
export type ReceivedRequest = {
  readonly message: IncomingMessage
  readonly body: Buffer
  readonly match: Match
  readonly at: Date
}

/** The path and the query string of a request, as they were sent. */
export const addressOf = ({
  url = '/',
}: Pick<IncomingMessage, 'url'>): { readonly path: string; readonly query: string } => {
  const [path = '/', ...rest] = url.split('?')
  return { path, query: rest.join('?') }
}

/** The event that an HTTP API (payload format 2.0) sends for a request: path decoded, headers in lower case, repeats joined by commas. */
export const gatewayEvent = ({ message, body, match, at }: ReceivedRequest): APIGatewayProxyEventV2 => {
  const { path, query } = addressOf(message)
  const method = message.method ?? 'GET'
  const { cookie, ...headers } = joinedHeaders(message)
  const isText = body.length > 0 && isTextType(headers['content-type']) && isUtf8(body)
  const rawPath = decodedOr(path)
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers,
    ...(query !== '' && { queryStringParameters: joined([...new URLSearchParams(query)]) }),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    pathParameters: Object.fromEntries(
      Object.entries(match.pathParameters).map(([name, value]) => [name, decodedOr(value)]),
    ),
    isBase64Encoded: body.length > 0 && !isText,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp: message.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.routeKey,
      stage: '$default',
      time: at.toISOString(),
      timeEpoch: at.getTime(),
    },
  }
}

const joinedHeaders = ({ headersDistinct }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(name === 'cookie' ? '; ' : ',')]),
  )

const joined = (pairs: readonly (readonly [string, string])[]): Record<string, string> => {
  const values = new Map<string, string>()
  for (const [name, value] of pairs) {
    const before = values.get(name)
    values.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(values)
}

// Every other type reaches a function in base64, forms and lines of JSON among them.
const isTextType = (type: string | undefined): boolean =>
  /^(text\/|application\/(json|javascript|xml|[a-z0-9.-]+\+(json|xml))\b)/i.test(type ?? '')

const isUtf8 = (bytes: Buffer): boolean => Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes)

// What cannot be decoded goes on as it is: the border answers 404 for it.
const decodedOr = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
