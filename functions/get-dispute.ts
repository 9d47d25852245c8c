import { endpoint } from '#http/endpoint.ts'
import { disputeAnswer } from './disputes/dispute-answer.ts'
import { disputeFigures } from './disputes/dispute-figures.ts'
import { findDispute } from './disputes/find-disputes.ts'
import type { Reading } from './environment.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers one dispute, to the region and the municipality that it is between. */
export const answer = endpoint(routes.getDispute, async ({ caller, params, touched }, environment: Reading) => {
  const record = await findDispute(environment, caller, params.dispute)
  touched({ episode: record.dispute.episode })
  return { status: 200, body: disputeAnswer(record, await disputeFigures(environment)(record)) }
})

export const handler = deployed(answer, logged(reading))
