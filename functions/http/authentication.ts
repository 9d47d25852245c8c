import type { Exchange, Step } from './exchange.ts'
import { headerOf } from './header.ts'
import { notAuthenticated, scopeMissing } from './problem.ts'

/** Lets only a caller whose token is accepted through; an open route looks at no token. */
export const authentication: Step = {
  before: async ({ event: exchange }) => {
    if (exchange.route.scope === undefined) return
    const token = bearerToken(exchange)
    if (token === undefined) throw notAuthenticated('missing')
    const caller = await exchange.border.verifyToken(token)
    if (caller === undefined) throw notAuthenticated('refused')
    // Before anything else is looked at: whom the log tells of a refusal.
    exchange.caller = caller
  },
}

/** Lets only a caller with the route's scope through. */
export const authorisation: Step = {
  before: ({ event: { route, caller } }) => {
    if (route.scope !== undefined && caller?.scopes.has(route.scope) !== true) throw scopeMissing(route.scope)
  },
}

// RFC 6750, 2.1.
const bearerToken = ({ event }: Exchange): string | undefined =>
  /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(headerOf(event, 'authorization')?.trim() ?? '')?.[1]
