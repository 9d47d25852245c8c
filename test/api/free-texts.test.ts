import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'

const service = aSharedService()
const TEXT = 'See the record of 19491002-9802.'

describe('a text that is kept', () => {
  it.each([
    ['/v1/agreements/jonkoping/versions/2.1/withdrawals', { reason: TEXT }, '/reason'],
    ['/v1/agreements/jonkoping/events', { event: 'begun', on: '2021-08-10', evidence: TEXT }, '/evidence'],
    ['/v1/agreements/jonkoping/determinations', { stage: '2', leaveOutUndetermined: TEXT }, '/leaveOutUndetermined'],
    ['/v1/day-amounts', { year: 2021, amount: '8900.00', source: TEXT }, '/source'],
    [
      '/v1/settlements',
      { agreement: 'jonkoping', month: '2022-05', leaveOut: [{ episode: '06~a', reason: TEXT }] },
      '/leaveOut/0/reason',
    ],
  ])('by %s holds no identity number', async (path, body, pointer) => {
    const answer = await service().post('region-06', path, body)

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer, rule: 'identity-number-in-text' }])
    expect(answer.text).not.toContain('9802')
  })
})
