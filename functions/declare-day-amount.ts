import { endpoint } from '#http/endpoint.ts'
import type { Submitting } from './environment.ts'
import { declareDayAmount } from './lifecycle/declare-day-amount.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { ownDayAmount } from './rules/day-amount-answer.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'
import { correctRegion } from './settlements/correct-closed.ts'

/** Declares what a care day costs at the region's hospitals in a year, with where that is read. */
export const answer = endpoint(routes.declareDayAmount, async ({ caller, body }, environment: Submitting) => {
  refuseIdentityNumbers({ '/source': body.source })
  const declared = await declareDayAmount(environment, { ...body, region: regionOf(caller), by: caller.sub })
  await correctRegion(environment, declared.amount.region)
  return { status: declared.result === 'declared' ? 201 : 200, body: ownDayAmount(declared.amount, false) }
})

export const handler = deployed(answer, submitting)
