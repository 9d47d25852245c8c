import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEpisode, type Told } from '../support/an-episode.ts'
import type { Answer } from '../support/api.ts'
import { aMintedService, type MintedService } from '../support/minted-service.ts'

const hospital = (region: string) => ({ region, scope: 'episodes:read episodes:write' })
const municipality = (code: string) => ({ municipality: code, scope: 'episodes:read liabilities:read' })

let service: MintedService

const stay: Told = { ready: '2020-03-02 10:00', out: '2020-03-09 15:00' }

/** One person, who moved and was placed, in two regions' hospitals; each episode with a case number that tells whose it is. */
const episodes: Readonly<Record<string, Told>> = {
  '01~taby': { ...stay, registered: '0160', body: { caseNumber: 'TABY' } },
  '06~taby': { ...stay, registered: '0160', body: { caseNumber: 'TABY' } },
  '06~habo': { ...stay, registered: '0643', body: { caseNumber: 'HABO' } },
  '01~habo': { ...stay, registered: '0643', body: { caseNumber: 'HABO' } },
  '01~placed': { ...stay, registered: '0160', placedBy: '0643', body: { caseNumber: 'HABO' } },
  '01~farsta': { ...stay, registered: '0180', district: '0180-farsta', body: { caseNumber: 'FARSTA' } },
  '06~farsta': { ...stay, registered: '0180', district: '0180-farsta', body: { caseNumber: 'FARSTA' } },
  '01~bromma': { ...stay, registered: '0180', district: '0180-bromma', body: { caseNumber: 'BROMMA' } },
  '01~nowhere': { ...stay, registered: '0180', body: { caseNumber: 'NOWHERE' } },
}

beforeAll(async () => {
  service = await aMintedService({
    'hospital-01': hospital('01'),
    'hospital-06': hospital('06'),
    taby: municipality('0160'),
    habo: municipality('0643'),
    stockholm: municipality('0180'),
    farsta: { ...municipality('0180'), district: '0180-farsta' },
  })
  for (const [id, told] of Object.entries(episodes))
    await service.put(`hospital-${id.slice(0, 2)}`, `/v1/episodes/${id}`, anEpisode(told))
  const moved = anEpisode({ ...stay, registered: '0643', body: { caseNumber: 'HABO' } })
  await service.put('hospital-01', '/v1/episodes/01~moved', moved)
  await service.put('hospital-01', '/v1/episodes/01~moved', {
    ...moved,
    sourceUpdatedAt: '2020-03-12T00:00:00Z',
    patient: { ...moved.patient, registeredMunicipality: '0160' },
    caseNumber: 'TABY',
  })
})
afterAll(() => service.stop())

const everything = async (client: string): Promise<readonly Answer[]> => {
  const liabilities = await service.get(client, '/v1/liabilities?month=2020-03&limit=500')
  const ids: readonly string[] = liabilities.body.liabilities.map(({ id }: { readonly id: string }) => id)
  const person = anEpisode().patient.identity
  return [
    liabilities,
    await service.get(client, '/v1/episodes?limit=500'),
    await service.request(client, 'POST', '/v1/episode-searches?limit=500', { body: { identity: person } }),
    ...(await Promise.all(ids.map((id) => service.get(client, `/v1/liabilities/${id}`)))),
    ...(await Promise.all(ids.map((id) => service.get(client, `/v1/liabilities/${id}/episodes?limit=500`)))),
  ]
}

type Entry = { readonly id: string; readonly cohort: { readonly episodes: number } }

const all = ['TABY', 'HABO', 'FARSTA', 'BROMMA', 'NOWHERE']

describe('the numbers of others', () => {
  it.each([
    ['taby', ['TABY']],
    ['habo', ['HABO']],
    ['stockholm', ['FARSTA', 'BROMMA', 'NOWHERE']],
    ['farsta', ['FARSTA']],
  ])('are in nothing that %s can ask for', async (client, own) => {
    const text = (await everything(client)).map((answer) => answer.text).join('\n')

    expect(all.filter((caseNumber) => text.includes(caseNumber))).toEqual(own)
  })

  it.each([
    ['taby', { '01~stockholm-somatic~1.1~0160~2020-03': 2, '06~act~1.1~0160~2020-03': 1 }],
    ['habo', { '01~act~1.1~0643~2020-03': 2, '06~jonkoping~2.1~0643~2020-03': 1 }],
    [
      'stockholm',
      {
        '01~stockholm-somatic~1.1~0180-bromma~2020-03': 1,
        '01~stockholm-somatic~1.1~0180-farsta~2020-03': 1,
        '01~stockholm-somatic~1.1~0180~2020-03': 0,
        '06~act~1.1~0180~2020-03': 1,
      },
    ],
    // Under the Act the city is the unit, and a district's rows are not the city's.
    ['farsta', { '01~stockholm-somatic~1.1~0180-farsta~2020-03': 1 }],
  ])('do not weigh in what %s owes', async (client, expected) => {
    const [liabilities] = await everything(client)

    const entries: readonly Entry[] = liabilities?.body.liabilities
    expect(Object.fromEntries(entries.map(({ id, cohort }) => [id, cohort.episodes]))).toEqual(expected)
  })

  it('are seen in the episodes that a municipality is liable for now, wherever it is treated', async () => {
    const { body } = await service.get('taby', '/v1/episodes')

    expect(body.episodes.map(({ id }: { readonly id: string }) => id)).toEqual(['01~moved', '01~taby', '06~taby'])
  })

  it('are no more than the revisions in which a municipality was liable', async () => {
    const { body } = await service.get('taby', '/v1/episodes/01~moved/revisions')

    expect(body).toMatchObject({ total: 1, revisions: [{ revision: 2, current: true, caseNumber: 'TABY' }] })
  })

  it.each(['', '/revisions', '/decision'])('are gone for the municipality that is no longer liable%s', async (rest) => {
    const answer = await service.get('habo', `/v1/episodes/01~moved${rest}`)

    expect(answer.status).toBe(404)
  })

  it.each([
    ['taby', 'municipality=0643'],
    ['farsta', 'district=0180-bromma'],
    ['farsta', 'municipality=0160'],
  ])('are not found for %s by a filter that names another: %s', async (client, filter) => {
    const answer = await service.get(client, `/v1/liabilities?month=2020-03&${filter}`)

    expect(answer.status).toBe(404)
  })
})
