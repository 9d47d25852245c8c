import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'
import { aNationalReserveNumber } from '../support/reserve-numbers.ts'
import { aTestNumber, withWrongCheckDigit } from '../support/test-numbers.ts'

const service = aSharedService()
const freshId = freshIds()

// Each test asks for a person of its own.
let persons = 0
const aPerson = () => {
  persons += 1
  return aTestNumber(`19${40 + persons}0101`)
}

const of = (value: string, told: Told = {}): Told => ({
  ready: '2020-03-04 10:00',
  out: '2020-03-09 11:00',
  ...told,
  body: { patient: { identity: { type: 'personnummer', value } } },
})
const send = async (told: Told, region = '01') => {
  const id = `${region}~${freshId().slice(3)}`
  const answer = await service().put(`hospital-${region}`, `/v1/episodes/${id}`, anEpisode(told))
  return answer.body.id
}
const search = (client: string, value: string, query = '', type = 'personnummer') =>
  service().post(client, `/v1/episode-searches${query}`, { identity: { type, value } })
const found = async (client: string, value: string): Promise<readonly string[]> =>
  (await search(client, value)).body.episodes.map(({ id }: { readonly id: string }) => id)

describe('a search for a person', () => {
  it('finds every episode of the person in the region, each with its decision', async () => {
    const person = aPerson()
    const [one, other] = [await send(of(person)), await send(of(person, { registered: '0180' }))]

    const answer = await search('region-01', person)

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      episodes: [
        { id: one, decision: { outcome: 'in-mean' } },
        { id: other, decision: { outcome: 'undetermined' } },
      ],
      total: 2,
    })
  })

  it('is written with a hyphen or without', async () => {
    const person = aPerson()
    const id = await send(of(person))

    expect(await found('region-01', `${person.slice(0, 8)}-${person.slice(8)}`)).toEqual([id])
  })

  it('finds one with a reservnummer, however it is written', async () => {
    const number = aNationalReserveNumber('000102')
    const identity = { type: 'reservnummer', value: `${number.slice(0, 8)}-${number.slice(8).toLowerCase()}` }
    const id = await send({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00', body: { patient: { identity } } })

    const ways = [number, number.toLowerCase(), identity.value, `${number.slice(0, 8)}-${number.slice(8)}`]
    const answers = await Promise.all(ways.map((value) => search('region-01', value, '', 'reservnummer')))

    for (const { body } of answers) expect(body).toMatchObject({ episodes: [{ id }], total: 1 })
  })

  it('finds a municipality its own episodes, from whatever region', async () => {
    const person = aPerson()
    const here = await send(of(person))
    const elsewhere = await send(of(person), '06')
    await send(of(person, { registered: '0181' }))

    expect(await found('municipality-0136', person)).toEqual([here, elsewhere])
  })

  it('finds the placing municipality the episode, and not the one of registration', async () => {
    const person = aPerson()
    const id = await send(of(person, { registered: '0136', placedBy: '0181' }))

    expect(await found('municipality-0181', person)).toEqual([id])
    expect(await found('municipality-0136', person)).toEqual([])
  })

  it.each(['region-06', 'hospital-06', 'municipality-0181', 'municipality-0680'])(
    'finds %s nothing of others',
    async (client) => {
      const person = aPerson()
      await send(of(person))

      const answer = await search(client, person)

      expect(answer.status).toBe(200)
      expect(answer.body).toMatchObject({ episodes: [], total: 0 })
    },
  )

  it('finds what the episode says now, after the identity has been corrected', async () => {
    const [mistaken, right] = [aPerson(), aPerson()]
    const id = await send(of(mistaken))

    await service().put(
      'hospital-01',
      `/v1/episodes/${id}`,
      anEpisode(of(right, { sourceUpdatedAt: '2020-03-10T00:00:00Z' })),
    )

    expect(await found('region-01', right)).toEqual([id])
    expect(await found('region-01', mistaken)).toEqual([])
  })

  it('finds the person again when the correction is corrected', async () => {
    const [first, second] = [aPerson(), aPerson()]
    const id = await send(of(first))
    const correct = (person: string, sourceUpdatedAt: string) =>
      service().put('hospital-01', `/v1/episodes/${id}`, anEpisode(of(person, { sourceUpdatedAt })))
    await correct(second, '2020-03-10T00:00:00Z')

    await correct(first, '2020-03-11T00:00:00Z')

    expect(await found('region-01', first)).toEqual([id])
    expect(await found('region-01', second)).toEqual([])
  })

  it('comes in pages', async () => {
    const person = aPerson()
    await send(of(person))
    const second = await send(of(person))

    const { body } = await search('region-01', person, '?page=2&limit=1')

    expect(body).toMatchObject({ page: 2, limit: 1, total: 2, episodes: [{ id: second }] })
  })

  it.each([
    ['a wrong check digit', 'personnummer', withWrongCheckDigit(aTestNumber('19491002')), 'check-digit'],
    ['ten digits', 'personnummer', aTestNumber('19491002').slice(2), 'unknown-identity-format'],
    ['a samordningsnummer of another type', 'personnummer', aTestNumber('19491062'), 'no-such-date'],
    ['a reservnummer that is none', 'reservnummer', aTestNumber('19491002'), 'number-of-another-type'],
    ['a wrong reservnummer', 'reservnummer', withWrongCheckDigit(aNationalReserveNumber('000101')), 'check-digit'],
  ])('is refused for %s, without a word of the number', async (_, type, value, rule) => {
    const answer = await search('region-01', value, '', type)

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer: '/identity/value', rule }])
    expect(answer.text).not.toContain(value.slice(2))
  })

  it('never repeats the number', async () => {
    const person = aPerson()
    await send(of(person))

    const answer = await search('region-01', person)

    expect(answer.text).not.toContain(person.slice(2))
  })

  it.each([[{}], [{ identity: {} }], [{ identity: { type: 'personnummer' } }], [{ identity: null }], [{ name: 'x' }]])(
    'is refused when it is %j',
    async (body) => {
      const answer = await service().post('region-01', '/v1/episode-searches', body)

      expect(answer.status).toBe(422)
    },
  )
})
