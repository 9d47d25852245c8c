import { setTimeout } from 'node:timers/promises'
import type { Answer, Api } from './api.ts'

/** Asks a region's own client to close a month, and waits until every unit is closed or stopped. */
export const closed = (service: Api, county: string, asked: object): Promise<Answer> =>
  closedBy(service, `region-${county}`, asked)

/** The same by a client of any name. */
export const closedBy = async (service: Api, client: string, asked: object): Promise<Answer> => {
  const begun = await service.post(client, '/v1/settlements', asked)
  if (begun.status !== 202) throw new Error(`No closing began: ${begun.text}`)
  const deadline = performance.now() + PATIENCE
  for (;;) {
    const answer = await service.get(client, begun.headers.get('location') ?? '')
    if (answer.body.status !== 'running') return answer
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${answer.text}`)
    await setTimeout(20)
  }
}

const PATIENCE = 60_000
