import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'
import { closed } from '../support/closing.ts'
import { stays } from '../support/hand-computed.ts'

const service = aSharedService()
const ID = '01~stockholm-somatic~2.1~0136~2021-05'

const put = async (name: string, readyDays: readonly number[], out: string) => {
  for (const [index, told] of stays(readyDays, out).entries())
    await service().put('hospital-01', `/v1/episodes/01~${name}-${index}`, anEpisode(told, '0136'))
}

describe('a dispute about a month closed under a determined level and a declared day amount', () => {
  it('is computed by both as they were when the month was closed', async () => {
    await put('measured', [1, 1], '2020-03-20')
    await put('contested', [5, 2], '2021-05-20')
    await service().post('region-01', '/v1/agreements/stockholm-somatic/determinations', { stage: '2' })
    const amount = { year: 2021, amount: '8900.00', source: 'A decision of the regional board' }
    await service().post('region-01', '/v1/day-amounts', amount)
    await closed(service(), '01', { agreement: 'stockholm-somatic', month: '2021-05' })

    const { body } = await service().post('municipality-0136', '/v1/disputes', {
      liability: ID,
      episode: '01~contested-0',
      reason: 'notice-late-or-missing',
    })

    // The level is the mean of the measured ones, 1.0: 7 − 2 days of 8 900 kronor; without the 5 it is 2 − 1.
    expect(body).toMatchObject({
      with: { days: '5.00', amount: '44500.00' },
      without: { days: '1.00', amount: '8900.00' },
      held: { days: '4.00', amount: '35600.00' },
    })
  })
})
