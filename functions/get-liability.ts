import { endpoint } from '#http/endpoint.ts'
import { disputesOnLiabilities } from './disputes/disputes-on-liabilities.ts'
import type { Reading } from './environment.ts'
import { findLiability } from './liabilities/find-liabilities.ts'
import { foundAnswerWithSteps } from './liabilities/found-answer.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers one liability with every step of its calculation, and the paragraphs that no rule encodes. */
export const answer = endpoint(routes.getLiability, async ({ caller, params, query }, environment: Reading) => {
  const found = await findLiability(environment, caller, params.liability, query.asOf)
  const disputes = await disputesOnLiabilities(environment, [found], query.asOf)
  return { status: 200, body: { ...foundAnswerWithSteps(found), ...disputes.get(found.id) } }
})

export const handler = deployed(answer, reading)
