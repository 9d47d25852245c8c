import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { disputesOnLiabilities } from './disputes/disputes-on-liabilities.ts'
import type { Reading } from './environment.ts'
import { findLiabilities } from './liabilities/find-liabilities.ts'
import { foundAnswer } from './liabilities/found-answer.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers what the caller's units owe for a month, one entry for each rule version that governs. */
export const answer = endpoint(routes.listLiabilities, async ({ caller, query }, environment: Reading) => {
  const found = await findLiabilities(environment, caller, query)
  const page = pageOf('liabilities', found, query)
  const disputes = await disputesOnLiabilities(environment, page.liabilities, query.asOf)
  const liabilities = page.liabilities.map((each) => ({ ...foundAnswer(each), ...disputes.get(each.id) }))
  return { status: 200, body: { ...page, liabilities } }
})

export const handler = deployed(answer, reading)
