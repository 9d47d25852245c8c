import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { startOneMachine } from '#local/one-machine.ts'
import { anEpisode } from '../support/an-episode.ts'
import { type Api, apiAt } from '../support/api.ts'
import { closed } from '../support/closing.ts'
import { aDataFolder } from '../support/service.ts'

const rulesFolder = mkdtempSync(join(tmpdir(), 'fristdag-rules-'))
const dataFolder = aDataFolder()
afterAll(() => {
  for (const folder of [rulesFolder, dataFolder]) rmSync(folder, { recursive: true })
})

const SECOND_STAGE = 'jonkoping/agreement-stage-2.v1.yaml'
const ID = '06~act~1.1~0680~2020-03'

const started = async <T>(use: (service: Api) => Promise<T>): Promise<T> => {
  const server = await startOneMachine({ dataFolder, rulesFolder, port: 0, log: () => undefined })
  return use(apiAt(server.url)).finally(() => server.stop())
}

const untilCorrected = async (service: Api) => {
  for (let tries = 0; tries < 500; tries += 1) {
    const { body } = await service.get('region-06', `/v1/liabilities/${ID}`)
    if (body.corrections.length > 0) return body
    await setTimeout(20)
  }
  throw new Error('Waited in vain for a correction')
}

it('an agreement that is shipped after a month was closed corrects it, and does so once', async () => {
  cpSync('rules', rulesFolder, { recursive: true })
  rmSync(join(rulesFolder, SECOND_STAGE))
  const amount = await started(async (service) => {
    const stay = anEpisode({ ready: '2020-03-02 10:00', out: '2020-03-09 15:00' }, '0680')
    await service.put('hospital-06', '/v1/episodes/06~1', stay)
    const { body } = await closed(service, '06', { agreement: 'act', month: '2020-03' })
    expect(body).toMatchObject({ status: 'closed' })
    return (await service.get('region-06', `/v1/liabilities/${ID}`)).body.amount
  })
  expect(Number(amount)).toBeGreaterThan(0)

  cpSync(join('rules', SECOND_STAGE), join(rulesFolder, SECOND_STAGE))
  const corrected = await started(untilCorrected)
  const later = await started(async (service) => {
    await setTimeout(500)
    return (await service.get('region-06', `/v1/liabilities/${ID}`)).body
  })

  expect(corrected).toMatchObject({
    amount,
    corrections: [{ amount: `-${amount}`, cause: 'episode-removed, rule-version' }],
  })
  expect(later).toEqual(corrected)
})
