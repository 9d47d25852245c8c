import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()

const march = (day: number, told: Told = {}): Told => ({
  ready: '2020-03-02 10:00',
  out: `2020-03-0${day} 15:00`,
  ...told,
})
const city = (district?: string): Told => ({ registered: '0180', ...(district === undefined ? {} : { district }) })

const episodes: readonly (readonly [id: string, told: Told])[] = [
  ['01~taby-1', march(2, { registered: '0160' })],
  ['01~taby-2', march(3, { registered: '0160' })],
  ['01~taby-3', march(4, { registered: '0160' })],
  ['01~taby-4', march(5, { registered: '0160' })],
  ['01~taby-5', march(8, { registered: '0160' })],
  ['01~taby-psychiatric', march(9, { registered: '0160', careType: 'psychiatric' })],
  ['01~farsta', march(7, city('0180-farsta'))],
  ['01~bromma', march(4, city('0180-bromma'))],
  ['01~no-district', march(5, city())],
  ['01~visitor', march(9, { registered: '0380' })],
  ['01~nobody', march(5, { body: { patient: { registeredMunicipality: null } } })],
  ['06~taby-away', march(9, { registered: '0160' })],
  ['06~stockholm-away', march(9, city('0180-farsta'))],
  ['01~taby-open', { ready: '2020-03-02 10:00', registered: '0160' }],
  ['01~taby-not-ready', { out: '2020-03-08 15:00', registered: '0160' }],
  ['01~taby-cancelled', march(8, { registered: '0160', body: { cancelled: true } })],
]

beforeAll(async () => {
  for (const [id, told] of episodes)
    await service().put(`hospital-${id.slice(0, 2)}`, `/v1/episodes/${id}`, anEpisode(told))
})

const list = (client: string, query: string) => service().get(client, `/v1/liabilities?month=2020-03${query}`)
const ids = async (client: string, query = ''): Promise<readonly string[]> =>
  (await list(client, query)).body.liabilities.map(({ id }: { readonly id: string }) => id.replace('~2020-03', ''))

const taby = '01~stockholm-somatic~1.1~0160'
const tabyPsychiatric = '01~stockholm-psychiatric~1.1~0160'
const tabyAway = '06~act~1.1~0160'
const farsta = '01~stockholm-somatic~1.1~0180-farsta'
const bromma = '01~stockholm-somatic~1.1~0180-bromma'
const noDistrict = '01~stockholm-somatic~1.1~0180'
const stockholmAway = '06~act~1.1~0180'
const visitor = '01~act~1.1~0380'
const unknown = '01~undetermined~0.0~unknown'

describe('the list of liabilities', () => {
  it.each([
    ['region-01', '', [visitor, tabyPsychiatric, taby, noDistrict, bromma, farsta, unknown]],
    ['region-01', '&region=01&municipality=0160', [tabyPsychiatric, taby]],
    ['region-01', '&municipality=0180', [noDistrict, bromma, farsta]],
    ['region-01', '&municipality=0180&district=0180-farsta', [farsta]],
    ['region-01', '&district=0180-farsta', [farsta]],
    ['region-01', '&district=0180-kungsholmen', []],
    ['region-01', '&municipality=0160&district=0180-farsta', []],
    ['region-01', '&municipality=0380', [visitor]],
    ['region-01', '&agreement=stockholm-psychiatric', [tabyPsychiatric]],
    ['region-01', '&agreement=act', [visitor]],
    ['region-01', '&agreement=no-such', []],
    ['region-06', '', [tabyAway, stockholmAway]],
    ['region-24', '', []],
    ['municipality-0160', '', [tabyPsychiatric, taby, tabyAway]],
    ['municipality-0160', '&municipality=0160', [tabyPsychiatric, taby, tabyAway]],
    ['municipality-0160', '&region=06', [tabyAway]],
    ['municipality-0160', '&agreement=stockholm-somatic', [taby]],
    ['municipality-0160', '&district=0180-farsta', []],
    ['municipality-0180', '', [noDistrict, bromma, farsta, stockholmAway]],
    ['municipality-0180', '&district=0180-farsta', [farsta]],
    ['municipality-0380', '', [visitor]],
    ['municipality-0136', '', []],
  ])('of %s %s holds just its own', async (client, query, expected) => {
    expect((await ids(client, query)).toSorted()).toEqual(expected.toSorted())
  })

  it('has an entry as the contract writes it', async () => {
    const { body } = await list('municipality-0160', '&agreement=stockholm-somatic')

    expect(body).toEqual({
      liabilities: [
        {
          id: '01~stockholm-somatic~1.1~0160~2020-03',
          region: '01',
          municipality: '0160',
          district: null,
          month: '2020-03',
          rule: {
            agreement: 'stockholm-somatic',
            stage: '1',
            version: '1',
            sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
          model: 'average',
          status: 'preliminary',
          billing: 'active',
          review: null,
          cohort: { episodes: 5, dayZero: 1, readyDays: '12', average: '2.4000', leftOut: 0, undetermined: 0 },
          level: '2.0',
          liable: true,
          averagePart: { days: '2.00', amount: '16400.00' },
          individualPart: { episodes: 0, days: '0.00', amount: '0.00' },
          dayAmounts: [{ year: 2020, days: '2.00', amount: '8200.00' }],
          days: '2.00',
          amount: '16400.00',
          currency: 'SEK',
          missing: [],
          bounds: null,
          alternatives: [
            { question: 'charge', reading: 'all-days', days: '12.00', amount: '98400.00' },
            { question: 'left-out', reading: 'counts-zero-days', days: '2.00', amount: '16400.00' },
          ],
          flags: [],
        },
      ],
      page: 1,
      limit: 20,
      total: 1,
    })
  })

  it('says the same of a liability to both parties, and one by one', async () => {
    const id = '01~stockholm-somatic~1.1~0160~2020-03'
    const answers = await Promise.all(
      ['region-01', 'municipality-0160'].map((client) => service().get(client, `/v1/liabilities/${id}`)),
    )
    const { body } = await list('region-01', '&municipality=0160&agreement=stockholm-somatic')

    const { steps: _, notComputable: __, ...detail } = answers[0]?.body ?? {}
    expect(answers[0]?.text).toBe(answers[1]?.text)
    expect(detail).toEqual(body.liabilities[0])
  })

  it('comes in pages that together are the whole', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ids('region-01', `&limit=3&page=${page}`)))
    const { body } = await list('region-01', '&limit=3&page=3')

    expect(pages.flat()).toEqual(await ids('region-01'))
    expect(body).toMatchObject({ page: 3, limit: 3, total: 7 })
  })

  it('is empty for a month without episodes', async () => {
    const { body } = await service().get('region-01', '/v1/liabilities?month=2020-04')

    expect(body).toEqual({ liabilities: [], page: 1, limit: 20, total: 0 })
  })

  it.each([
    ['', '?month', 'missing'],
    ['?month=', '?month', 'wrong-form'],
    ['?month=2020', '?month', 'wrong-form'],
    ['?month=2020-03&municipality=0199', '?municipality', 'unknown-municipality'],
    ['?month=2020-03&region=02', '?region', 'unknown-county'],
    ['?month=2020-03&district=farsta', '?district', 'unknown-district'],
    ['?month=2020-03&status=final', '?', 'unknown-parameter'],
  ])('refuses %s', async (query, pointer, rule) => {
    const answer = await service().get('region-01', `/v1/liabilities${query}`)

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer, rule }])
  })

  it.each([
    ['region-01', '&region=06'],
    ['municipality-0160', '&municipality=0180'],
  ])('is not found for %s when the filter names another: %s', async (client, query) => {
    const answer = await list(client, query)

    expect(answer.status).toBe(404)
  })
})
