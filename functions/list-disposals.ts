import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { disposalAnswer } from './disposals/disposal-answer.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'

/** Answers the records of disposal of the caller's region, the newest first. */
export const answer = endpoint(routes.listDisposals, async ({ caller, query }, { disposals }: Reading) => {
  const records = await disposals.records(regionOf(caller))
  const newestFirst = records.toSorted((a, b) => (a.begunAt < b.begunAt ? 1 : -1))
  return { status: 200, body: pageOf('disposals', newestFirst.map(disposalAnswer), query) }
})

export const handler = deployed(answer, reading)
