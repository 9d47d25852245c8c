import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { closed } from '../support/closing.ts'
import { aCandidate, jointGroup } from '../support/joint-group.ts'

const service = aSharedService()
const { put, review, liabilityOf, corrected } = jointGroup(service)

const MAY = { agreement: 'vasterbotten', month: '2022-05' }
const ID = '24~vasterbotten~1.1~2480~2022-05'

describe('a month with candidate days', () => {
  it('stays open while one of them is not decided on', async () => {
    await put('a', aCandidate())
    await put('b', aCandidate({ ready: '2022-05-10 12:01' }))
    await review('a', { outcome: 'adjust', days: 3 })

    const { body } = await closed(service(), '24', MAY)

    expect(body).toMatchObject({ status: 'stopped', units: [{ id: ID, state: 'stopped', missing: ['review'] }] })
    expect(await liabilityOf()).toMatchObject({ status: 'preliminary', review: 'pending' })
  })

  it('is closed once all of them are, with what was decided in its receipt', async () => {
    await review('b', { outcome: 'waive', reason: 'The ward told too late.' })

    const { body } = await closed(service(), '24', MAY)

    const receipt = await service().get('municipality-2480', `/v1/liabilities/${ID}/receipt`)
    // 3 of the 4 days of the one, none of the 3 of the other; 3 × 9 300.00.
    expect(body.units).toEqual([{ id: ID, state: 'closed', missing: [] }])
    expect(await liabilityOf()).toMatchObject({ status: 'final', review: 'decided', days: '3.00', amount: '27900.00' })
    expect(receipt.body).toMatchObject({
      liability: { review: 'decided', liable: true, amount: '27900.00' },
      premises: {
        reviews: [
          { episode: '24~a', number: 1, revision: 1, outcome: 'adjust', candidateDays: 4, days: 3 },
          {
            episode: '24~b',
            number: 1,
            revision: 1,
            outcome: 'waive',
            candidateDays: 3,
            days: 0,
            reason: 'The ward told too late.',
          },
        ],
      },
    })
  })

  it('shows its episodes as they were decided on', async () => {
    const { body } = await service().get('municipality-2480', `/v1/liabilities/${ID}/episodes`)

    const flags = body.episodes.map(
      ({ decision }: { decision: { flags: { id: string }[] } }) => decision.flags.at(-1)?.id,
    )
    expect(flags).toEqual(['review-adjusted', 'review-waived'])
  })

  it('is corrected by what the group decides afterwards', async () => {
    await review('b', { outcome: 'adjust', days: 2 })

    const { corrections, days } = await corrected('2480', 1)

    expect(days).toBe('3.00')
    expect(corrections).toMatchObject([{ days: '2.00', amount: '18600.00', cause: 'review-decided' }])
  })

  it('is corrected by the same decision once', async () => {
    await review('b', { outcome: 'adjust', days: 2 })
    await review('a', { outcome: 'adjust', days: 4, reason: 'On second thoughts.' })

    const { corrections } = await corrected('2480', 2)

    expect(corrections).toMatchObject([{ days: '2.00' }, { days: '1.00', amount: '9300.00', cause: 'review-decided' }])
  })

  it('waits, and says so, when an episode of it changes, until the group has decided again', async () => {
    await put('a', aCandidate({ sourceUpdatedAt: '2022-06-20T10:00:00Z', out: '2022-05-18 15:00' }))
    const waiting = await liabilityOf()
    const { body: decision } = await service().get('region-24', '/v1/episodes/24~a/decision')

    await review('a')

    // 5 candidate days instead of the 4 that were owed.
    const after = await corrected('2480', 3)
    const ids = (flags: readonly { readonly id: string }[]) => flags.map(({ id }) => id)
    expect(waiting).toMatchObject({ status: 'final', days: '3.00' })
    expect(waiting.corrections).toHaveLength(2)
    expect(ids(waiting.flags)).toContain('correction-waits-for-review')
    expect(ids(decision.flags)).toContain('review-lapsed')
    expect(after.corrections[2]).toMatchObject({
      days: '1.00',
      amount: '9300.00',
      cause: 'episode-changed, review-decided',
    })
    expect(ids(after.flags)).not.toContain('correction-waits-for-review')
  })

  it('keeps its receipt byte for byte', async () => {
    const before = await service().get('region-24', `/v1/liabilities/${ID}/receipt`)
    await closed(service(), '24', MAY)

    const after = await service().get('region-24', `/v1/liabilities/${ID}/receipt`)

    expect(after.text).toBe(before.text)
    expect(after.body.premises.reviews).toHaveLength(2)
  })

  it('gets a candidate that comes late only when the group has decided on it', async () => {
    await put('late', aCandidate({ ready: '2022-05-20 10:00', out: '2022-05-25 10:00' }))
    const waiting = await liabilityOf()

    await review('late')

    const { corrections } = await corrected('2480', 4)
    expect(waiting.corrections).toHaveLength(3)
    // Five days, of which two are beyond the three free ones.
    expect(corrections[3]).toMatchObject({
      days: '2.00',
      amount: '18600.00',
      cause: 'episode-added, review-decided',
    })
  })
})
