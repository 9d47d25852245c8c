import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { rulingOf } from './disposals/disposing.ts'
import { monthPlan } from './disposals/month-plan.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'

/** Answers what is to become of each month of the caller's region, the oldest first: kept, or disposed of from which day on. */
export const answer = endpoint(routes.listDisposalPlans, async ({ caller, query }, environment: Reading) => {
  const region = regionOf(caller)
  const [ruling, months] = await Promise.all([rulingOf(environment, region), environment.unitMonths.months(region)])
  const page = pageOf(
    'plans',
    months.filter((month) => month !== 'open'),
    query,
  )
  const plans = await Promise.all(page.plans.map((month) => monthPlan(environment, region, month, ruling)))
  return { status: 200, body: { ...page, plans } }
})

export const handler = deployed(answer, reading)
