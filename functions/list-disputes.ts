import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { disputeAnswer } from './disputes/dispute-answer.ts'
import { disputeFigures } from './disputes/dispute-figures.ts'
import { findDisputes } from './disputes/find-disputes.ts'
import type { Reading } from './environment.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers the disputes of the caller, each with its figures. */
export const answer = endpoint(routes.listDisputes, async ({ caller, query, touched }, environment: Reading) => {
  const page = pageOf('disputes', await findDisputes(environment, caller, query), query)
  touched(...page.disputes.map(({ dispute: { episode } }) => ({ episode })))
  const figuresOf = disputeFigures(environment)
  const disputes = await Promise.all(
    page.disputes.map(async (record) => disputeAnswer(record, await figuresOf(record))),
  )
  return { status: 200, body: { ...page, disputes } }
})

export const handler = deployed(answer, logged(reading))
