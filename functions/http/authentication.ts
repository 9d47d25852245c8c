import type { Exchange, Step } from './exchange.ts'
import { headerOf } from './header.ts'
import { notAuthenticated, scopeMissing } from './problem.ts'

/** Lets only a caller with the route's scope through; an open route looks at no token. */
export const authentication: Step = {
  before: async ({ event: exchange }) => {
    const { scope } = exchange.route
    if (scope === undefined) return
    const token = bearerToken(exchange)
    if (token === undefined) throw notAuthenticated('missing')
    const caller = await exchange.border.verifyToken(token)
    if (caller === undefined) throw notAuthenticated('refused')
    // Before the scope is looked at: whom the log tells of a refusal.
    exchange.caller = caller
    if (!caller.scopes.has(scope)) throw scopeMissing(scope)
  },
}

// RFC 6750, 2.1.
const bearerToken = ({ event }: Exchange): string | undefined =>
  /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(headerOf(event, 'authorization')?.trim() ?? '')?.[1]
