import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { endpoint } from '#http/endpoint.ts'
import type { Border, Result } from '#http/exchange.ts'
import { tooLarge } from '#http/problem.ts'
import { DEFAULT_PATH, type Route } from '#http/route.ts'
import { addressOf, gatewayEvent } from './gateway-event.ts'
import { listenOnLoopback } from './loopback.ts'
import { readBody } from './request-body.ts'
import type { HandlerFor } from './route-handlers.ts'
import { SERVER_LIMITS, type ServerLimits, serverOptions } from './server-limits.ts'
import { refusalOfHead, refuseUnreadable } from './unreadable-request.ts'

/** Where to listen, and what answers; `port` 0 takes a free one. */
export type ServeOptions = {
  readonly port: number
  readonly handlerFor: HandlerFor
  readonly now?: () => Date
  readonly limits?: ServerLimits
}

/** A server that accepts requests; `stop` accepts no more, lets those under way finish and then resolves. */
export type RunningServer = { readonly url: string; readonly port: number; readonly stop: () => Promise<void> }

/** Serves Lambda handlers on the loopback addresses of this machine, as the gateway would. */
export const serve = async (options: ServeOptions): Promise<RunningServer> => {
  const { port, handlerFor, now = () => new Date(), limits = SERVER_LIMITS } = options
  let isStopping = false
  const listener = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const result = refusalOfHead(message, limits.headers) ?? (await resultFor(message, handlerFor, now))
    if (result !== undefined) write(response, result, isStopping || !message.complete)
  }
  const answer = (message: IncomingMessage, response: ServerResponse): void => {
    listener(message, response).catch(() => response.destroy())
  }
  const make = (): Server => {
    const server = createServer(serverOptions(limits), answer)
      .on('checkExpectation', answer)
      .on('clientError', refuseUnreadable)
      // It has been told that the connection is closed, which Node leaves to the client.
      .on('dropRequest', (_, socket) => socket.destroy())
      .setTimeout(limits.silentMilliseconds)
    server.maxHeadersCount = 0
    server.maxRequestsPerSocket = limits.requestsOnConnection
    server.maxConnections = limits.connections
    return server
  }
  const { servers, port: taken } = await listenOnLoopback(make, port)
  return {
    url: `http://localhost:${taken}`,
    port: taken,
    stop: async () => {
      isStopping = true
      await Promise.all(servers.map(closed))
    },
  }
}

// Lambda takes no larger payload, and the gateway waits no longer.
const MAXIMUM_BODY_BYTES = 6 * 1024 * 1024
const GATEWAY_MILLISECONDS = 29_000
const STOP_MILLISECONDS = 35_000

const resultFor = async (
  message: IncomingMessage,
  handlerFor: HandlerFor,
  now: () => Date,
): Promise<Result | undefined> => {
  const body = await readBody(message, MAXIMUM_BODY_BYTES)
  if (body === undefined) return undefined
  const match = handlerFor(message.method ?? 'GET', addressOf(message).path)
  const isTooLarge = body === 'too-large'
  const event = gatewayEvent({ message, body: isTooLarge ? Buffer.alloc(0) : body, match, at: now() })
  const started = performance.now()
  const getRemainingTimeInMillis = (): number => Math.max(0, GATEWAY_MILLISECONDS - (performance.now() - started))
  try {
    return await (isTooLarge ? refuseTooLarge : match.handler)(event, { getRemainingTimeInMillis })
  } catch {
    return GATEWAY_FAILURE
  }
}

// What the gateway answers for a function that fails.
const GATEWAY_FAILURE: Result = {
  statusCode: 500,
  headers: { 'content-type': 'application/json' },
  body: '{"message":"Internal Server Error"}',
}

const refusing: Border = { verifyToken: async () => undefined, log: () => undefined }

const refuseTooLarge = endpoint(
  {
    method: 'POST',
    path: DEFAULT_PATH,
    file: 'too-large',
    summary: 'Answers what the gateway would not let through',
    answers: {},
  } satisfies Route,
  async () => {
    throw tooLarge()
  },
).bind(refusing)

const write = (response: ServerResponse, result: Result, isLast: boolean): void => {
  const { statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded = false } = result
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value))
  if (cookies !== undefined) response.setHeader('set-cookie', cookies)
  if (isLast) response.setHeader('connection', 'close')
  response.writeHead(statusCode, { 'content-length': bytes.length })
  response.end(bytes)
}

const closed = async (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const patience = setTimeout(() => server.closeAllConnections(), STOP_MILLISECONDS)
  server.close(() => {
    clearTimeout(patience)
    resolve()
  })
  return promise
}
