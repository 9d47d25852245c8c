import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { TEST_PERSON } from '../support/an-episode.ts'

const service = aSharedService()

const check = { month: '2020-03', seed: '0123456789abcdef', records: 20, result: 'nothing-found' }
const told = (client: string, body: object) => service().post(client, '/v1/access-log-checks', body)
const listed = async (client: string, query = '') =>
  (await service().get(client, `/v1/access-log-checks${query}`)).body.checks

describe('a check of the log of accesses', () => {
  it('is documented with who made it and when, and told to its tenant, the newest first', async () => {
    const first = await told('region-06', check)
    const second = { ...check, month: '2020-04', result: 'to-be-followed-up', note: 'Two searches without a cause.' }
    await told('region-06', second)

    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ ...check, note: null, checkedBy: 'region-06' })
    expect(await listed('region-06')).toMatchObject([second, check])
    expect(await listed('region-06', '?month=2020-03')).toMatchObject([check])
    expect(await listed('region-24')).toEqual([])
  })

  it('that is told again stays one, as it was told first', async () => {
    const body = { ...check, seed: 'ffffffffffffffff' }
    const first = await told('municipality-0680', body)
    const again = await told('municipality-0680', body)

    expect(again.body).toEqual(first.body)
    expect(await listed('municipality-0680')).toHaveLength(1)
  })

  it.each([
    ['an identity number in its note', { note: `He is ${TEST_PERSON.value}.` }, '/note', 'identity-number-in-text'],
    ['no result that there is', { result: 'fine' }, '/result', 'not-one-of'],
    ['fewer records than none', { records: -1 }, '/records', 'too-small'],
    ['no seed of a sample', { seed: 'abc' }, '/seed', 'wrong-form'],
  ])('is refused with %s, and not kept', async (_, change, pointer, rule) => {
    const refused = await told('region-01', { ...check, ...change })

    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer, rule }])
    expect(await listed('region-01')).toEqual([])
  })
})
