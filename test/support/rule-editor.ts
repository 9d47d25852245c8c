import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Answer, Api } from './api.ts'

/** The hash that names the bytes of a rule file. */
export const sha256Of = (yaml: string): string => createHash('sha256').update(yaml).digest('hex')

/** Uploads a rule file as a region's own client. */
export const upload = (service: Api, county: string, agreement: string, yaml: string): Promise<Answer> =>
  service.request(`region-${county}`, 'POST', `/v1/agreements/${agreement}/versions`, {
    text: yaml,
    headers: { 'content-type': 'application/yaml' },
  })

/** Asks again until an answer is as wanted; throws with the last one when that takes too long. */
const until = async (ask: () => Promise<Answer>, isDone: (answer: Answer) => boolean): Promise<Answer> => {
  const deadline = performance.now() + PATIENCE
  for (;;) {
    const answer = await ask()
    if (isDone(answer)) return answer
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${answer.text}`)
    await setTimeout(20)
  }
}

const PATIENCE = 60_000

/** The report of a version once its coverage is measured. */
export const covered = (service: Api, county: string, path: string): Promise<Answer> =>
  until(
    () => service.get(`region-${county}`, `${path}/report`),
    ({ body }) => body.coverage !== null,
  )

/** A simulation that has been asked for, once it is done. */
export const simulated = async (service: Api, county: string, asked: object): Promise<Answer> => {
  const begun = await service.post(`region-${county}`, '/v1/simulations', asked)
  if (begun.status !== 202) throw new Error(`No simulation began: ${begun.text}`)
  return until(
    () => service.get(`region-${county}`, begun.headers.get('location') ?? ''),
    ({ body }) => body.status === 'done',
  )
}

/** Signs a version as a client; it must be the bytes of the text. */
export const sign = (service: Api, client: string, path: string, yaml: string): Promise<Answer> =>
  service.post(client, `${path}/approvals`, { sha256: sha256Of(yaml) })

/** Takes a rule file all the way into force: uploads it, waits for its coverage, simulates a month and has both parties sign. */
export const activate = async (service: Api, county: string, agreement: string, yaml: string): Promise<string> => {
  const uploaded = await upload(service, county, agreement, yaml)
  if (uploaded.status !== 201) throw new Error(`The upload is not taken: ${uploaded.text}`)
  const path = uploaded.headers.get('location') ?? ''
  await covered(service, county, path)
  const { stage, version } = uploaded.body
  const month = '2024-01'
  await simulated(service, county, { version: `${agreement}~${stage}.${version}`, from: month, to: month })
  for (const client of [`region-${county}-second`, `association-${county}`]) {
    const signed = await sign(service, client, path, yaml)
    if (signed.status !== 201) throw new Error(`${client} cannot sign: ${signed.text}`)
  }
  return path
}
