import { createHash } from 'node:crypto'
import type { CountedWindow } from '#store/request-counts.ts'
import { type Caller, organisationOf } from './caller.ts'
import type { Exchange, Limiting, Step } from './exchange.ts'
import { loggedError } from './log-entry.ts'
import { tooManyRequests } from './problem.ts'

/** Refuses a client that has sent more than it may in the window of time that the clock is in; where it cannot be counted it is let through, and that is logged. */
export const clientLimiting: Step = {
  before: async ({ event: exchange }) => {
    const { caller, route } = exchange
    if (caller === undefined) return
    const { clientLimits, countRequest, now } = limitingOf(exchange)
    const own = clientLimits.of[route.file]
    const { requests, seconds } = own ?? clientLimits.all
    const second = Date.parse(now()) / 1000
    const endsAt = (Math.floor(second / seconds) + 1) * seconds
    const window = { client: hashOf(caller), limit: own === undefined ? 'all' : route.file, endsAt }
    const sent = await countedOf(exchange, countRequest, window)
    if (sent > requests) throw tooManyRequests(Math.ceil(endsAt - second))
  },
}

const limitingOf = ({ border: { clientLimits, countRequest, now }, route }: Exchange): Limiting => {
  if (clientLimits === undefined || countRequest === undefined || now === undefined)
    throw new Error(`${route.file} is composed without limits`)
  return { clientLimits, countRequest, now }
}

const countedOf = async (
  { border, route, trace }: Exchange,
  countRequest: Limiting['countRequest'],
  window: CountedWindow,
): Promise<number> => {
  try {
    return await countRequest(window)
  } catch (error) {
    const of = { route: `${route.method} ${route.path}`, traceId: trace.traceId, error: loggedError(error) }
    border.log({ level: 'warn', event: 'not-counted', ...of })
    return 0
  }
}

// Nobody is named where requests are counted, and the same name under two tenants is two clients.
const hashOf = ({ tenant, sub }: Caller): string => {
  const { kind, code } = organisationOf(tenant)
  return createHash('sha256')
    .update(JSON.stringify([kind, code, sub]))
    .digest('base64url')
}
