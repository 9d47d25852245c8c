import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { deadlineOf } from './settlements/begin-settlement.ts'
import { parseSettlementId, settlementAnswer } from './settlements/settlement-answer.ts'

/** Answers where a month of an agreement stands and how far its closing has come, to the region whose month it is. */
export const answer = endpoint(routes.getSettlement, async ({ caller, params }, environment: Reading) => {
  const { settlements, catalog, now } = environment
  const name = parseSettlementId(params.settlement)
  if (name === undefined || caller.tenant.kind !== 'region' || caller.tenant.region !== name.region) throw notFound()
  const [run, until] = [await settlements.latestRun(name), deadlineOf(await catalog(), name)]
  if (until === undefined) throw notFound()
  const today = dateOf(civilTimeOf(now()))
  return { status: 200, body: await settlementAnswer(settlements, name, run, { until, today }) }
})

export const handler = deployed(answer, reading)
