import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { signableVersion, versionInForce } from '../support/a-version.ts'
import { anEpisode } from '../support/an-episode.ts'
import { closed } from '../support/closing.ts'
import { stays } from '../support/hand-computed.ts'

const service = aSharedService()

const [KIL, EDA] = ['1715', '1730']
const liabilityOf = async (municipality: string) => {
  const { body } = await service().get('region-17', `/v1/liabilities?month=2022-05&municipality=${municipality}`)
  return body.liabilities[0]
}

describe('a version that touches a closed month', () => {
  it('shows before anyone signs what it would be corrected by, which it then is', async () => {
    await versionInForce(service(), '17')
    const told = [
      ...stays([1, 3, 5], '2022-05-20').map((one) => anEpisode(one, KIL)),
      ...stays([0, 1], '2022-05-20').map((one) => anEpisode(one, EDA)),
    ]
    for (const [index, body] of told.entries()) await service().put('hospital-17', `/v1/episodes/17~p-${index}`, body)
    await closed(service(), '17', { agreement: 'county-17', month: '2022-05' })
    const statement = await liabilityOf(KIL)
    const version = await signableVersion(service(), '17', { level: '1.0' })

    const plan = await service().get('association-17', `${version.path}/corrections`)
    const ofEda = await service().get(`municipality-${EDA}`, `${version.path}/corrections`)
    const before = await liabilityOf(KIL)
    for (const client of ['region-17-second', 'association-17']) await version.signedBy(client)

    // 9 − 2.0 × 3 = 3 days of 9 300.00 stand; over 1.0 it is 9 − 1.0 × 3 = 6. In Eda 1 ÷ 2 is above neither.
    const line = {
      agreement: 'county-17',
      municipality: KIL,
      district: null,
      month: '2022-05',
      days: '3.00',
      amount: '27900.00',
    }
    expect((await version.report()).closedMonths).toEqual([])
    expect(plan.body.corrections).toEqual([line])
    expect(ofEda.body.corrections).toEqual([])
    expect(before).toEqual({ ...statement, corrections: [] })
    for (let waited = 0; waited < 500 && (await liabilityOf(KIL)).corrections.length === 0; waited += 1)
      await setTimeout(20)
    expect(await liabilityOf(KIL)).toMatchObject({
      rule: { version: '1' },
      amount: '27900.00',
      corrections: [{ days: '3.00', amount: '27900.00', cause: 'rule-version' }],
    })
    expect((await liabilityOf(EDA)).corrections).toEqual([])
  })

  it('tells in its report which closed months lie in its time', async () => {
    const later = await signableVersion(service(), '17', { level: '1.2', from: '2022-06-01' })
    const touching = await signableVersion(service(), '17', { level: '1.1' })

    const reports = [await later.report(), await touching.report()]

    expect(reports.map(({ closedMonths }) => closedMonths)).toEqual([[], ['2022-05']])
  })
})
