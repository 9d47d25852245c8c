import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const JUNE_1 = '2022-06-01T08:00:00Z'
let today = JUNE_1
let ticks = 0
const service = aSharedService({ now: () => new Date(Date.parse(today) + ticks++) })

const put = (region: string, id: string, days: number, municipality: string) =>
  service().put(
    `hospital-${region}`,
    `/v1/episodes/${region}~${id}`,
    anEpisode({ ready: `2022-05-${20 - days} 10:00`, out: '2022-05-20 15:00' }, municipality),
  )
const contest = (liability: string, episode: string) =>
  service().post(`municipality-${liability.split('~')[3]}`, '/v1/disputes', { liability, episode, reason: 'other' })
const listed = async (client: string, query = '') => {
  const { status, body } = await service().get(client, `/v1/disputes${query}`)
  return status === 200 ? body.disputes.map(({ episode }: { episode: string }) => episode) : status
}
const [HABO, NASSJO] = ['06~jonkoping~2.1~0643~2022-05', '06~jonkoping~2.1~0682~2022-05']

beforeAll(async () => {
  // Habo: a mean of 3.5, so 7 days; Nässjö: 3 days; a patient of Nässjö in Östergötland, under the Act: 5 − 3 = 2 days.
  await put('06', 'a', 3, '0643')
  await put('06', 'b', 4, '0643')
  await put('06', 'c', 3, '0682')
  await put('05', 'd', 5, '0682')
  await contest(HABO, '06~a')
  const upheld = await contest(HABO, '06~b')
  // Tokens are good for an hour: whoever asks from now on has not asked before.
  today = '2022-07-02T08:00:00Z'
  const { body } = await contest(NASSJO, '06~c')
  await service().post('region-06', `/v1/disputes/${body.id}/decisions`, { outcome: 'escalated', reason: 'Unclear.' })
  await contest('05~act~1.1~0682~2022-05', '05~d')
  await service().post('region-06', `/v1/disputes/${upheld.body.id}/decisions`, { outcome: 'upheld', reason: 'Right.' })
})

describe('the list of disputes', () => {
  it('holds those of the region, or those of the municipality from every region', async () => {
    expect(await listed('region-06')).toEqual(['06~a', '06~b', '06~c'])
    expect(await listed('region-05')).toEqual(['05~d'])
    expect(await listed('municipality-0682')).toEqual(['05~d', '06~c'])
    expect(await listed('municipality-0680')).toEqual([])
  })

  it.each([
    ['?status=open', ['06~a', '06~c']],
    ['?status=upheld', ['06~b']],
    ['?municipality=0682', ['06~c']],
    ['?month=2022-05&municipality=0643', ['06~a', '06~b']],
    ['?month=2022-04', []],
    ['?page=2&limit=2', ['06~c']],
  ])('is narrowed by %s', async (query, episodes) => {
    expect(await listed('region-06', query)).toEqual(episodes)
  })

  it('is not there for a filter that names another of the caller’s own kind', async () => {
    expect(await listed('region-06', '?region=05')).toBe(404)
    expect(await listed('municipality-0682', '?municipality=0643')).toBe(404)
    expect(await listed('municipality-0682', '?region=05')).toEqual(['05~d'])
  })
})

describe('the summary of disputes', () => {
  it('tells open ones by step and age, and ended ones by outcome, for the county and each unit', async () => {
    const { body } = await service().get('region-06', '/v1/dispute-summary?region=06', { 'accept-language': 'en' })

    // Once the 4 is left out of Habo, the mean of the 3 alone is over 2.0, and its 3 days are what is held.
    const first = {
      step: { id: 'case-officers', title: 'The case officers' },
      age: { fromDays: 31, untilDays: 90 },
      disputes: 1,
      held: { days: '3.00', amount: '27900.00' },
    }
    const second = {
      step: { id: 'heads-of-unit', title: 'The heads of unit' },
      age: { fromDays: 0, untilDays: 30 },
      disputes: 1,
      held: { days: '3.00', amount: '27900.00' },
    }
    // 7 days with the 4, and 3 without it.
    const decided = [{ outcome: 'upheld', disputes: 1, difference: { days: '4.00', amount: '37200.00' } }]
    expect(body).toEqual({
      counties: [
        {
          region: '06',
          open: [first, second],
          decided,
          units: [
            { municipality: '0643', district: null, open: [first], decided },
            { municipality: '0682', district: null, open: [second], decided: [] },
          ],
        },
      ],
    })
  })

  it('shows a municipality its own in every county', async () => {
    const { body } = await service().get('municipality-0682', '/v1/dispute-summary')
    const narrowed = await service().get('municipality-0682', '/v1/dispute-summary?region=05')

    expect(body.counties).toMatchObject([
      { region: '05', open: [{ held: { days: '2.00', amount: '18600.00' } }] },
      { region: '06', open: [{ held: { days: '3.00', amount: '27900.00' } }], units: [{ municipality: '0682' }] },
    ])
    expect(narrowed.body.counties).toMatchObject([{ region: '05' }])
  })

  it('is empty for a region without disputes, and not there of another', async () => {
    const { body } = await service().get('region-24', '/v1/dispute-summary')

    expect(body.counties).toEqual([{ region: '24', open: [], decided: [], units: [] }])
    expect((await service().get('region-24', '/v1/dispute-summary?region=06')).status).toBe(404)
  })
})
