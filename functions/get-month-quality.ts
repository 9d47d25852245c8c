import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { refuseDisposed } from './disposals/refuse-disposed.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { deadlineOf } from './settlements/begin-settlement.ts'
import { monthQuality, qualityAnswer, qualityLimit } from './settlements/month-quality.ts'

/** Answers how much of a month's data is sound, and which hospitals, wards and facts the rest comes from. */
export const answer = endpoint(routes.getMonthQuality, async ({ caller, query }, environment: Reading) => {
  const { tenant } = caller
  if (tenant.kind !== 'region' || (query.region ?? tenant.region) !== tenant.region) throw notFound()
  const name = { region: tenant.region, agreement: query.agreement, month: query.month }
  const catalog = await environment.catalog()
  if (deadlineOf(catalog, name) === undefined) throw notFound()
  await refuseDisposed(environment.disposals, caller, query.month)
  const quality = await monthQuality(environment, name)
  return { status: 200, body: await qualityAnswer(environment, name, quality, qualityLimit(catalog, name)) }
})

export const handler = deployed(answer, reading)
