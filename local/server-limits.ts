import type { ServerOptions } from 'node:http'

/** How large a request may be, how long a client may take over it, and how many there may be. */
export type ServerLimits = {
  /** Of the address and all headers together. */
  readonly headBytes: number
  readonly headers: number
  /** Until all headers are there; a connection on which nothing is sent counts too. */
  readonly headMilliseconds: number
  /** Until all of a request is there. */
  readonly requestMilliseconds: number
  /** Between an answer and the next request. */
  readonly keepAliveMilliseconds: number
  /** In which nothing is sent in either direction, such as to a client that reads no answer; longer than an answer takes. */
  readonly silentMilliseconds: number
  /** How often it is looked at who is late. */
  readonly checkMilliseconds: number
  readonly requestsOnConnection: number
  /** On each of the addresses. */
  readonly connections: number
}

/** The limits of one machine: of the head those of the gateway (10 240 bytes, quotas of an HTTP API), of time somewhat more. */
export const SERVER_LIMITS: ServerLimits = {
  headBytes: 10_240,
  headers: 100,
  headMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  keepAliveMilliseconds: 5_000,
  silentMilliseconds: 60_000,
  checkMilliseconds: 1_000,
  requestsOnConnection: 1_000,
  connections: 500,
}

/** The limits as Node has them when a server is made; headers that are too many are refused by their count, where Node would leave some out. */
export const serverOptions = (limits: ServerLimits): ServerOptions => ({
  maxHeaderSize: limits.headBytes,
  headersTimeout: limits.headMilliseconds,
  requestTimeout: limits.requestMilliseconds,
  keepAliveTimeout: limits.keepAliveMilliseconds,
  connectionsCheckingInterval: limits.checkMilliseconds,
  // A missing host is refused with a problem, since Node would not do so.
  requireHostHeader: false,
})
