import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()

const march = (day: number): Told => ({ ready: '2020-03-02 10:00', out: `2020-03-0${day} 15:00` })

/** Eight episodes of Danderyd (0162), one of Norrtälje (0188), and one of Danderyd's at a hospital in Jönköping. */
const episodes: Readonly<Record<string, Told>> = {
  '01~a-in-mean': march(4),
  '01~b-other-hospital': { ...march(5), body: { hospital: 'SE2321000016-99ZZ' } },
  '01~c-left-out': { ...march(6), openCare: 'unclear' },
  '01~d-undetermined': { ...march(7), planning: {} },
  '01~e-individual': { ...march(9), careType: 'psychiatric' },
  '01~f-not-ready': { out: '2020-03-09 15:00' },
  '01~g-open': { ready: '2020-03-02 10:00' },
  '01~h-april': { ready: '2020-04-02 10:00', out: '2020-04-05 15:00' },
  '01~i-cancelled': { ...march(8), body: { cancelled: true } },
  '01~j-norrtalje': { ...march(4), registered: '0188' },
  '06~k-elsewhere': march(4),
}

beforeAll(async () => {
  for (const [id, told] of Object.entries(episodes))
    await service().put(`hospital-${id.slice(0, 2)}`, `/v1/episodes/${id}`, anEpisode(told, '0162'))
})

const list = (client: string, query = '') => service().get(client, `/v1/episodes${query}`)
const listed = async (client: string, query = ''): Promise<string> => {
  const { body } = await list(client, query)
  return body.episodes.map(({ id }: { readonly id: string }) => id.slice(3, 4)).join('')
}

describe('the list of episodes', () => {
  it.each([
    ['region-01', '', 'abcdefghij'],
    ['hospital-01', '', 'abcdefghij'],
    ['region-01', '?region=01', 'abcdefghij'],
    ['region-06', '', 'k'],
    ['region-24', '', ''],
    ['municipality-0162', '', 'abcdefghik'],
    ['municipality-0162', '?region=01', 'abcdefghi'],
    ['municipality-0162', '?region=06', 'k'],
    ['municipality-0162', '?region=24', ''],
    ['municipality-0188', '', 'j'],
    ['region-01', '?month=2020-03', 'abcdefij'],
    ['region-01', '?month=2020-04', 'h'],
    ['region-01', '?month=2020-05', ''],
    ['municipality-0162', '?month=2020-03', 'abcdefik'],
    ['region-01', '?hospital=SE2321000016-99ZZ', 'b'],
    ['region-01', '?hospital=SE2321000016-99Z', ''],
    ['region-01', '?outcome=in-mean', 'abhj'],
    ['region-01', '?outcome=individual', 'e'],
    ['region-01', '?outcome=left-out', 'c'],
    ['region-01', '?outcome=undetermined', 'd'],
    ['region-01', '?outcome=not-ready', 'f'],
    ['region-01', '?outcome=open', 'g'],
    ['region-01', '?outcome=cancelled', 'i'],
    ['region-01', '?month=2020-03&outcome=in-mean&hospital=SE2321000016-15CQ', 'aj'],
  ])('of %s %s is %s', async (client, query, expected) => {
    expect(await listed(client, query)).toBe(expected)
  })

  it('has each episode as it is read, with its decision', async () => {
    const [one, decision, { body }] = await Promise.all([
      service().get('region-01', '/v1/episodes/01~c-left-out'),
      service().get('region-01', '/v1/episodes/01~c-left-out/decision'),
      list('region-01', '?outcome=left-out'),
    ])

    expect(body.episodes).toEqual([{ ...one.body, decision: decision.body }])
  })

  it('has twenty on a page unless asked otherwise', async () => {
    const { body } = await list('region-01')

    expect(body).toMatchObject({ page: 1, limit: 20, total: 10 })
  })

  it('comes in pages that together are the whole', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => listed('region-01', `?limit=3&page=${page}`)))
    const { body } = await list('region-01', '?limit=3&page=2')

    expect(pages).toEqual(['abc', 'def', 'ghi', 'j', ''])
    expect(body).toMatchObject({ page: 2, limit: 3, total: 10 })
  })

  it('counts what the filter leaves, not what the page holds', async () => {
    const { body } = await list('region-01', '?outcome=in-mean&limit=1')

    expect(body).toMatchObject({ total: 4, limit: 1 })
  })

  it.each([
    ['page=0', '?page', 'wrong-form'],
    ['page=-1', '?page', 'wrong-form'],
    ['page=1.5', '?page', 'wrong-form'],
    ['page=', '?page', 'wrong-form'],
    ['page=999999999', '?page', 'too-large'],
    ['limit=0', '?limit', 'wrong-form'],
    ['limit=501', '?limit', 'too-large'],
    ['limit=all', '?limit', 'wrong-form'],
    ['limit=1&limit=2', '?limit', 'repeated-parameter'],
    ['month=2020-13', '?month', 'wrong-form'],
    ['month=2020-3', '?month', 'wrong-form'],
    ['outcome=paid', '?outcome', 'not-one-of'],
    ['region=1', '?region', 'unknown-county'],
    ['region=02', '?region', 'unknown-county'],
    ['hospital=Danderyd', '?hospital', 'wrong-form'],
    ['municipality=0162', '?', 'unknown-parameter'],
  ])('refuses %s', async (query, pointer, rule) => {
    const answer = await list('region-01', `?${query}`)

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer, rule }])
  })

  it('takes the largest page', async () => {
    const answer = await list('region-01', '?limit=500')

    expect(answer.body).toMatchObject({ limit: 500, total: 10 })
  })

  it.each(['region-01', 'hospital-01'])('is not found for %s when the filter names another region', async (client) => {
    const answer = await list(client, '?region=06')

    expect(answer.status).toBe(404)
  })
})
