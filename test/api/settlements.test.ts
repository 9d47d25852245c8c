import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON, type Told } from '../support/an-episode.ts'
import { closed } from '../support/closing.ts'

// Half an hour before the 13th begins in Stockholm, and ten minutes after; tokens are good for an hour.
const [ON_THE_12TH, ON_THE_13TH] = ['2022-06-12T21:30:00Z', '2022-06-12T22:10:00Z']
let today = ON_THE_13TH
let ticks = 0
const service = aSharedService({ now: () => new Date(Date.parse(today) + ticks++) })

const MAY = { agreement: 'jonkoping', month: '2022-05' }
const put = (id: string, told: Told, municipality: string) =>
  service().put('hospital-06', `/v1/episodes/06~${id}`, anEpisode(told, municipality))
const stay = (days: number, told: Told = {}): Told => ({
  ready: `2022-05-${`${20 - days}`.padStart(2, '0')} 10:00`,
  out: '2022-05-20 15:00',
  ...told,
})
const liabilityOf = async (municipality: string, query = '') => {
  const { body } = await service().get(
    'region-06',
    `/v1/liabilities?month=2022-05&municipality=${municipality}${query}`,
  )
  return body.liabilities[0]
}

/** The liability once it has so many corrections. */
const corrected = async (municipality: string, count: number) => {
  for (let waited = 0; waited < 500; waited += 1) {
    const found = await liabilityOf(municipality)
    if (found.corrections.length >= count) return found
    await setTimeout(20)
  }
  throw new Error('Waited in vain for a correction')
}

describe('a month', () => {
  it('is not closed while one may object to it', async () => {
    today = ON_THE_12TH
    await put('early', stay(3), '0662')
    const standing = await service().get('region-06', '/v1/settlements/06~jonkoping~2022-05')
    const answer = await service().post('region-06', '/v1/settlements', MAY)
    today = ON_THE_13TH

    expect(standing.body).toMatchObject({ status: 'objections', objectionsUntil: '2022-06-12', run: null, units: [] })
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:objections-not-over' } })
    expect(answer.body.detail).toContain('2022-06-12')
  })

  it('is closed unit by unit, with a receipt that never changes', async () => {
    await put('a', stay(3), '0680')
    const live = await liabilityOf('0680')

    const { body } = await closed(service(), '06', MAY)

    const final = await liabilityOf('0680')
    const receipt = await service().get('municipality-0680', `/v1/liabilities/${final.id}/receipt`)
    expect(body).toMatchObject({ status: 'closed', objectionsUntil: '2022-06-12', requestedBy: 'region-06' })
    expect(body.units).toContainEqual({ id: final.id, state: 'closed', missing: [] })
    expect(final).toEqual({ ...live, status: 'final', corrections: [] })
    expect(receipt.body).toMatchObject({
      receipt: '1',
      id: final.id,
      liability: { amount: '27900.00', status: 'final' },
      manifest: { entries: [['06~a', 1, expect.stringMatching(/^[0-9a-f]{64}$/)]] },
    })
  })

  it('that is closed again is closed already', async () => {
    const before = await service().get('region-06', '/v1/liabilities/06~jonkoping~2.1~0680~2022-05/receipt')

    await Promise.all([closed(service(), '06', MAY), closed(service(), '06', MAY)])

    const after = await service().get('region-06', '/v1/liabilities/06~jonkoping~2.1~0680~2022-05/receipt')
    expect(after.text).toBe(before.text)
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
  })

  it('keeps its amount when episodes change, and is corrected by one line each time', async () => {
    const known = new Date(Date.parse(today) + ticks).toISOString()
    await put('late', stay(5), '0680')
    const first = await corrected('0680', 1)
    await put('a', stay(3, { sourceUpdatedAt: '2022-06-01T10:00:00Z', admissionNotice: false }), '0680')

    const second = await corrected('0680', 2)

    // 3 days were charged; with 5 more 3 + 5 = 8. Then the 3 leave the mean, and 5 remain.
    expect(second).toMatchObject({ status: 'final', days: '3.00', amount: '27900.00' })
    expect(first.corrections).toEqual([
      {
        id: '06~jonkoping~2.1~0680~2022-05~1',
        days: '5.00',
        amount: '46500.00',
        cause: 'episode-added',
        recordedAt: expect.any(String),
      },
    ])
    expect(second.corrections[1]).toMatchObject({ days: '-3.00', amount: '-27900.00', cause: 'episode-changed' })
    expect(await liabilityOf('0680', `&asOf=${known}`)).toMatchObject({ amount: '27900.00', corrections: [] })
  })

  it('shows the episodes that the statement rests on, as they were', async () => {
    const { body } = await service().get('municipality-0680', '/v1/liabilities/06~jonkoping~2.1~0680~2022-05/episodes')

    expect(body.episodes).toMatchObject([{ id: '06~a', revision: 1, decision: { outcome: 'in-mean', readyDays: '3' } }])
  })

  it('stays open for a unit with an undetermined episode, until the region leaves it out with a reason', async () => {
    await put('unknown', stay(4, { planning: {} }), '0682')
    await put('known', stay(3), '0682')
    const stopped = await closed(service(), '06', MAY)
    const waiting = await liabilityOf('0682')

    const { body } = await closed(service(), '06', {
      ...MAY,
      leaveOut: [{ episode: '06~unknown', reason: 'The ward has no record of it.' }],
    })

    const id = '06~jonkoping~2.1~0682~2022-05'
    expect(stopped.body.status).toBe('stopped')
    expect(stopped.body.units).toContainEqual({ id, state: 'stopped', missing: ['planning.needed'] })
    expect(waiting).toMatchObject({ status: 'preliminary', amount: null })
    expect(body.units).toContainEqual({ id, state: 'closed', missing: [] })
    expect(await liabilityOf('0682')).toMatchObject({ status: 'final', amount: '27900.00', cohort: { leftOut: 1 } })
  })

  it('tells of an episode that the region has left out wherever it is decided', async () => {
    const { body } = await service().get('municipality-0682', '/v1/episodes/06~unknown/decision')
    const listed = await service().get('municipality-0682', '/v1/episodes?month=2022-05&outcome=left-out')
    const found = await service().post('region-06', '/v1/episode-searches?limit=100', { identity: TEST_PERSON })

    const decisionOf = found.body.episodes.find(({ id }: { id: string }) => id === '06~unknown').decision
    expect(decisionOf).toEqual(body)
    expect(body).toMatchObject({ outcome: 'left-out', reasons: [{ id: 'left-out-by-region' }], missing: [] })
    expect(listed.body.episodes).toMatchObject([{ id: '06~unknown', decision: { outcome: 'left-out' } }])
  })

  it('leaves out no episode that can be decided, or is another’s', async () => {
    const leaveOut = ['06~a', '06~none', '01~unknown', '06~unknown'].map((episode) => ({ episode, reason: 'Because.' }))

    const answer = await service().post('region-06', '/v1/settlements', { ...MAY, leaveOut })

    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      [0, 1, 2].map((place) => `/leaveOut/${place}/episode`),
    )
  })

  it('is closed for its own region alone, and only of an agreement that there is', async () => {
    const answers = [
      await service().post('region-01', '/v1/settlements', { ...MAY, region: '06' }),
      await service().post('region-06', '/v1/settlements', { ...MAY, agreement: 'none' }),
      await service().get('region-06', '/v1/liabilities/06~jonkoping~2.1~0642~2022-05/receipt'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})
