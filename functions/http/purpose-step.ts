import { purpose } from '#schemas/access-log.ts'
import type { Step } from './exchange.ts'
import { headerOf } from './header.ts'
import { unprocessable } from './problem.ts'

/** Parses for what patients are touched: `x-purpose`, or what the route is usually for; refuses what is no purpose. */
export const purposeStep: Step = {
  before: ({ event: exchange }) => {
    const { patients } = exchange.route
    if (patients === undefined) return
    const given = purpose.safeParse(headerOf(exchange.event, 'x-purpose') ?? patients)
    if (!given.success) throw unprocessable([{ pointer: 'x-purpose', rule: 'not-one-of' }])
    exchange.purpose = given.data
  },
}
