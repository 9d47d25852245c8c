import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import type { Told } from '../support/an-episode.ts'
import { aCandidate, jointGroup } from '../support/joint-group.ts'

const service = aSharedService()
const { put, review } = jointGroup(service)
const [WARD, OTHER] = ['SE2321000016-1A2B', 'SE2321000016-3C4D']

const analysed = async (query = '', client = 'region-24') =>
  (await service().get(client, `/v1/delay-analyses?month=2022-05${query}`, { 'accept-language': 'en' })).body

const delayed = (told: Told, ward: string | null, delays: readonly object[], municipality = '2480') =>
  aCandidate({ ...told, body: { ward, delays } }, municipality)

/** How many ready days all liabilities of the month have, and how many days are charged to episodes by themselves. */
const inLiabilities = async (client: string) => {
  const { body } = await service().get(client, '/v1/liabilities?month=2022-05&limit=100')
  type Found = { readonly cohort: { readonly readyDays: string }; readonly individualPart: { readonly days: string } }
  const sum = (of: (found: Found) => string): number =>
    body.liabilities.reduce((total: number, found: Found) => total + Number(of(found)), 0)
  return {
    readyDays: `${sum(({ cohort }) => cohort.readyDays)}`,
    candidateDays: `${sum(({ individualPart }) => individualPart.days)}`,
  }
}

beforeAll(async () => {
  const special = { from: '2022-05-12', reason: 'special-housing' }
  // 10 to 16 May: two days before the first reason, three for a place, two for home care from the 15th.
  await put('one', delayed({}, WARD, [{ from: '2022-05-15', reason: 'home-care' }, special]))
  await put('two', delayed({ ready: '2022-05-12 12:01' }, WARD, [special]))
  await put('three', delayed({ out: '2022-05-12 10:00', admissionNotice: false }, OTHER, []))
  await put(
    'four',
    delayed({ lengthOfStayEstimate: false, admissionNotice: '2022-05-09 10:00' }, null, [special], '2401'),
  )
  await put('late', delayed({ planning: { needed: true, called: '2022-05-14 10:00' } }, OTHER, []))
  await put('none', delayed({ planning: { needed: true } }, OTHER, [special]))
  await put('zero', delayed({ out: '2022-05-10 15:00' }, WARD, []))
  await put(
    'before',
    delayed({ ready: '2022-03-10 10:00', out: '2022-03-12 10:00' }, WARD, [
      { from: '2022-03-10', reason: 'special-housing' },
    ]),
  )
  await put(
    'long-before',
    delayed({ ready: '2022-01-10 10:00', out: '2022-01-12 10:00' }, OTHER, [
      { from: '2022-01-10', reason: 'special-housing' },
    ]),
  )
})

describe('the analysis of delayed discharges', () => {
  it('tells where the days arose and why, by the dates of the reasons', async () => {
    const { places } = await analysed()

    expect(places).toEqual([
      // Three days of the one stay, of which the 13th and 14th are candidates; the five of the other, with its 16th alone.
      place(WARD, 'special-housing', 2, '8', '3', ['2022-03']),
      place(null, 'special-housing', 1, '5', '4'),
      place(null, 'not-recorded', 1, '2', '0'),
      place(WARD, 'home-care', 1, '2', '2'),
      place(WARD, 'not-recorded', 1, '2', '0'),
    ])
  })

  const place = (
    ward: string | null,
    reason: string,
    episodes: number,
    readyDays: string,
    candidateDays: string,
    repeats: readonly string[] = [],
  ) => ({ hospital: 'SE2321000016-15CQ', ward, reason, episodes, readyDays, candidateDays, repeats })

  it('has the days of the liabilities, before and after the group has decided', async () => {
    const before = [await analysed(), await analysed('', 'municipality-2480')]
    const asked = [await inLiabilities('region-24'), await inLiabilities('municipality-2480')]
    await review('one', { outcome: 'waive' })

    const after = await analysed()

    expect(before).toMatchObject(asked)
    expect(after).toMatchObject({ readyDays: before[0].readyDays, candidateDays: before[0].candidateDays })
    expect(before[0].liabilities).toMatchObject([
      { id: '24~vasterbotten~1.1~2401~2022-05', review: 'pending', readyDays: '7', candidateDays: '4' },
      { id: '24~vasterbotten~1.1~2480~2022-05', review: 'pending', readyDays: '12', candidateDays: '5' },
    ])
  })

  it('counts the steps that were late, also of those that are left out', async () => {
    const { lateSteps } = await analysed()

    const counts = lateSteps.map(({ id, episodes }: { id: string; episodes: number }) => [id, episodes])
    expect(counts).toEqual([
      ['admission-notice-not-sent', 1],
      ['admission-notice-late', 1],
      ['length-of-stay-estimate-not-sent', 1],
      ['readiness-notice-after-noon', 1],
      ['planning-not-called', 1],
      ['planning-called-late', 1],
      ['placement-awaited', 4],
    ])
    expect(lateSteps[5]).toMatchObject({
      cites: '4 kap. 3 § lag (2017:612)',
      text: expect.stringContaining('later than three'),
    })
  })

  it('shows a municipality its own patients alone', async () => {
    const own = await analysed('', 'municipality-2401')

    expect(own).toMatchObject({ region: '24', episodes: 1, readyDays: '7', candidateDays: '4' })
    expect(own.places.map(({ ward }: { ward: string | null }) => ward)).toEqual([null, null])
  })

  it('works where no group decides: in any county', async () => {
    const stay = aCandidate({ body: { ward: WARD, delays: [{ from: '2022-05-01', reason: 'aids' }] } }, '0680')
    await service().put('hospital-06', '/v1/episodes/06~long', {
      ...stay,
      discharge: { at: '2022-05-20T10:00:00Z', to: 'home' },
    })

    const analysis = await analysed('', 'region-06')

    // Ten days, over seven, are charged to the stay by itself in Jönköping.
    expect(analysis).toMatchObject({
      readyDays: '10',
      candidateDays: '10',
      liabilities: [{ review: null }],
      places: [{ reason: 'aids', readyDays: '10', repeats: [] }],
    })
  })

  it('is empty where there are no patients, and is no other region’s to see', async () => {
    const empty = await analysed('', 'region-25')
    const answers = [
      await service().get('region-25', '/v1/delay-analyses?month=2022-05&region=24'),
      await service().get('region-24', '/v1/delay-analyses'),
    ]

    expect(empty).toMatchObject({ episodes: 0, readyDays: '0', places: [], liabilities: [] })
    expect(answers.map(({ status }) => status)).toEqual([404, 422])
  })
})
