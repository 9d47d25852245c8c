import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRulesFolder } from '../support/a-rules-folder.ts'
import { anEpisode } from '../support/an-episode.ts'
import { aService, type Service } from '../support/service.ts'

const READY_DAYS = [0, 2, 5, 6, 8, 11]
const ORSA = '2034'

describe('a rule that no shipped agreement has: a mean rounded to two decimals before it is multiplied', () => {
  const rulesFolder = aRulesFolder(['rounded-mean-stage-1.v1.yaml'])
  let service: Service
  beforeAll(async () => {
    service = await aService({ rulesFolder })
  })
  afterAll(async () => {
    await service.stop()
    rmSync(rulesFolder, { recursive: true })
  })

  it('comes, through publication and the API, to the published total of a municipality', async () => {
    for (const [number, days] of READY_DAYS.entries()) {
      const ready = `2023-05-${`${28 - days}`.padStart(2, '0')} 10:00`
      const body = anEpisode({ ready, out: '2023-05-28 15:00' }, ORSA)
      expect((await service.put('hospital-20', `/v1/episodes/20~orsa-${number}`, body)).status).toBe(201)
    }

    const { body } = await service.get(`municipality-${ORSA}`, '/v1/liabilities?month=2023-05')

    expect(body.liabilities).toMatchObject([
      {
        municipality: ORSA,
        rule: { agreement: 'test-rounded-mean' },
        cohort: { episodes: 6, readyDays: '32', average: '5.3300' },
        days: '13.98',
        amount: '146790.00',
      },
    ])
    const explained = await service.get(`municipality-${ORSA}`, `/v1/liabilities/${body.liabilities[0].id}`)
    expect(explained.body.steps).toContainEqual(
      expect.objectContaining({ id: 'rounded-mean', exact: '533/100', rounding: { decimals: 2, mode: 'half-up' } }),
    )
  })
})
