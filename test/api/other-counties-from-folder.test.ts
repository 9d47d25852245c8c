import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRulesFolder } from '../support/a-rules-folder.ts'
import { otherCountiesFiles, otherCountiesMonths } from '../support/other-counties-month.ts'
import { aService, type Service } from '../support/service.ts'

describe('working days, thirty days, a rounded mean and a determined level, as files in the rules folder,', () => {
  const rulesFolder = aRulesFolder(otherCountiesFiles)
  let service: Service
  beforeAll(async () => {
    service = await aService({ rulesFolder })
  })
  afterAll(async () => {
    await service.stop()
    rmSync(rulesFolder, { recursive: true })
  })

  it.each(otherCountiesMonths)('come to what is computed by hand: $name ($municipality, $month)', async (computed) => {
    const { municipality, month, agreement, stage, episodes, expected } = computed
    const county = municipality.slice(0, 2)
    for (const { path, body } of episodes)
      expect((await service.put(`hospital-${county}`, path, body)).status).toBe(201)

    const { body } = await service.get(
      `region-${county}`,
      `/v1/liabilities?month=${month}&municipality=${municipality}`,
    )

    expect(body.liabilities).toMatchObject([{ region: county, municipality, rule: { agreement, stage }, ...expected }])
  })
})
