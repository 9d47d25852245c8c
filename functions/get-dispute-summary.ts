import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { endpoint } from '#http/endpoint.ts'
import { disputeFigures } from './disputes/dispute-figures.ts'
import { disputeSummaryOf } from './disputes/dispute-summary.ts'
import { findDisputes } from './disputes/find-disputes.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers how many disputes wait, where and since when, and how the others ended. */
export const answer = endpoint(routes.getDisputeSummary, async ({ caller, query }, environment: Reading) => {
  const records = await findDisputes(environment, caller, query)
  const figuresOf = disputeFigures(environment)
  const counted = await Promise.all(records.map(async (record) => ({ record, figures: await figuresOf(record) })))
  const asked = caller.tenant.kind === 'region' ? caller.tenant.region : query.region
  const regions = asked === undefined ? [...new Set(records.map(({ dispute }) => dispute.region))].sort() : [asked]
  return { status: 200, body: disputeSummaryOf(counted, regions, dateOf(civilTimeOf(environment.now()))) }
})

export const handler = deployed(answer, reading)
