import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import type { Reading } from './environment.ts'
import { findLiability } from './liabilities/find-liabilities.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { receiptText } from './settlements/receipt.ts'
import { statementFacts } from './settlements/statement-facts.ts'

/** Answers the receipt of a closed month, byte for byte the same for ever; 404 while the month is not closed. */
export const answer = endpoint(routes.getReceipt, async ({ caller, params, touched }, environment: Reading) => {
  const found = await findLiability(environment, caller, params.liability)
  if (found.kind === 'live') throw notFound()
  const { region, month, statement } = found.closed
  const entries = await environment.settlements.manifest(region, month, statementFacts(statement).root)
  touched(...entries.map(({ episode }) => ({ episode })))
  return {
    status: 200,
    headers: { etag: `"${statement.sha256}"` },
    raw: { mediaType: 'application/json; charset=utf-8', text: receiptText(JSON.parse(statement.content), entries) },
  }
})

export const handler = deployed(answer, logged(reading))
