import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRulesFolder } from '../support/a-rules-folder.ts'
import { aService, type Service } from '../support/service.ts'
import { vastraGotalandFiles, vastraGotalandMonths } from '../support/vastra-gotaland-month.ts'

describe('the agreement of Västra Götaland, as files in the rules folder,', () => {
  const rulesFolder = aRulesFolder(vastraGotalandFiles)
  let service: Service
  beforeAll(async () => {
    service = await aService({ rulesFolder })
    for (const { path, body } of vastraGotalandMonths.flatMap(({ episodes }) => episodes))
      expect((await service.put('hospital-14', path, body)).status).toBe(201)
  })
  afterAll(async () => {
    await service.stop()
    rmSync(rulesFolder, { recursive: true })
  })

  it.each(vastraGotalandMonths)(
    'comes to what is computed by hand: $name ($municipality, $month)',
    async (computed) => {
      const { municipality, month, agreement, stage, expected } = computed

      const { body } = await service.get(
        'region-14',
        `/v1/liabilities?month=${month}&municipality=${municipality}&agreement=${agreement}`,
      )

      const ofStage = body.liabilities.filter(
        (liability: { rule: { stage: string } }) => liability.rule.stage === stage,
      )
      expect(ofStage).toMatchObject([{ region: '14', municipality, month, rule: { agreement, stage }, ...expected }])
    },
  )

  it('gives one liability for each unit, month and stage, and no other', async () => {
    const months = [...new Set(vastraGotalandMonths.map(({ month }) => month))]

    const answers = await Promise.all(months.map((month) => service.get('region-14', `/v1/liabilities?month=${month}`)))

    expect(answers.reduce((sum, { body }) => sum + body.total, 0)).toBe(vastraGotalandMonths.length)
  })
})
