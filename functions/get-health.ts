import { endpoint } from '#http/endpoint.ts'
import type { Border } from '#http/exchange.ts'
import type { Reading } from './environment.ts'
import { deployed, readingOpenly } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers whether the table can be read; a table that cannot makes it a 503 problem. */
export const answer = endpoint(routes.health, async (_, { table }: Border & Pick<Reading, 'table'>) => {
  await table.get({ pk: 'HEALTH', sk: 'HEALTH' })
  return { status: 200, body: { status: 'pass' } }
})

export const handler = deployed(answer, readingOpenly)
