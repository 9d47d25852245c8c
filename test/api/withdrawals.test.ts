import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { signableVersion, versionInForce } from '../support/a-version.ts'

const MAY = '2024-05-10T08:00:00Z'
let today = MAY
let ticks = 0
const service = aSharedService({ now: () => new Date(Date.parse(today) + ticks++) })

const statusesOf = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status)

describe('a withdrawal', () => {
  it('of a draft takes it away from what waits, for good', async () => {
    const version = await signableVersion(service(), '12')

    const withdrawn = await version.withdrawnBy('region-12')

    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn', waitsFor: [] } })
    expect(statusesOf([await version.withdrawnBy('region-12')])).toEqual([200])
    expect(await version.signedBy('region-12-second')).toMatchObject({
      status: 409,
      body: { type: 'urn:fristdag:problem:withdrawn' },
    })
    expect(statusesOf([await version.withdrawnBy('region-13')])).toEqual([404])
  })

  it('of a signed version is possible before its first day in force, and never after', async () => {
    // Tokens are good for an hour.
    today = '2024-06-30T21:30:00Z'
    await versionInForce(service(), '10', { until: '2024-06-30' })
    const coming = await versionInForce(service(), '10', { stage: '2', from: '2024-07-01', level: '1.5' })
    const before = await coming.withdrawnBy('region-10')
    const again = await versionInForce(service(), '10', { stage: '2', from: '2024-07-01', level: '1.6' })
    // Midnight in Stockholm, while it is still June elsewhere.
    today = '2024-06-30T22:00:00Z'

    const after = await again.withdrawnBy('region-10')

    today = MAY
    expect(before).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
    expect(again.name).toBe('county-10~2.2')
    expect(after).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:in-force' } })
  })

  it('of a stage between two others would leave a hole, and is refused', async () => {
    await versionInForce(service(), '09', { until: '2024-12-31' })
    const middle = await versionInForce(service(), '09', {
      stage: '2',
      from: '2025-01-01',
      until: '2025-12-31',
      level: '1.5',
    })
    await versionInForce(service(), '09', { stage: '3', from: '2026-01-01', level: '1.0' })

    const answer = await middle.withdrawnBy('region-09')

    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:leaves-calendar-broken' } })
  })

  it('of a shipped version is refused', async () => {
    const answer = await service().post('region-06', '/v1/agreements/jonkoping/versions/2.1/withdrawals', {
      reason: 'We want to.',
    })

    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:shipped' } })
  })
})
