import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const service = aSharedService()
const declared = { year: 2021, amount: '8900.00', source: 'HSLF-FS 2020:70, p. 2', confidence: 'second-hand' }
const declare = (client: string, changes: object = {}) =>
  service().post(client, '/v1/day-amounts', { ...declared, ...changes })

const amountIn = async (county: string, municipality: string) => {
  const { body } = await service().get(`region-${county}`, `/v1/liabilities?month=2021-12&municipality=${municipality}`)
  const [{ days, amount, missing }] = body.liabilities
  return { days, amount, missing }
}

describe('a day amount of a region’s own', () => {
  it('prices the days of its year at its hospitals, and at no others’', async () => {
    const stay = { ready: '2021-12-06 10:00', out: '2021-12-11 10:00' }
    await service().put('hospital-01', '/v1/episodes/01~priced', anEpisode(stay, '0136'))
    await service().put('hospital-17', '/v1/episodes/17~priced', anEpisode(stay, '1715'))
    const before = [await amountIn('01', '0136'), await amountIn('17', '1715')]

    const made = await declare('region-01')

    const missing = ['day-amount 2021']
    // 5 − 1.3 = 3.7 days over the level; by the Act 5 − 3 = 2. 3.7 × 8 900.00 = 32 930.00.
    expect(before).toEqual([
      { days: '3.70', amount: null, missing },
      { days: '2.00', amount: null, missing },
    ])
    expect(made).toMatchObject({
      status: 201,
      body: { ...declared, region: '01', declaredBy: 'region-01', isReplaced: false },
    })
    expect(await amountIn('01', '0136')).toEqual({ days: '3.70', amount: '32930.00', missing: [] })
    expect(await amountIn('17', '1715')).toEqual({ days: '2.00', amount: null, missing })
  })

  it('is replaced by a later one of the same year, and both stay on record', async () => {
    await declare('region-06', { year: 2025, amount: '12000.00' })
    const again = await declare('region-06', { year: 2025, amount: '12000.00' })

    const corrected = await declare('region-06', { year: 2025, amount: '12100.00' })

    expect([again.status, corrected.status]).toEqual([200, 201])
    const { body } = await service().get('municipality-0680', '/v1/day-amounts?region=06')
    const own = body.dayAmounts.filter(({ region }: { region: string }) => region === '06')
    expect(own.map(({ amount, isReplaced }: Record<string, unknown>) => [amount, isReplaced])).toEqual([
      ['12000.00', true],
      ['12100.00', false],
    ])
  })

  it.each([
    ['of no year of the Act', { year: 2017 }, '/year'],
    ['in whole kronor', { amount: '8900' }, '/amount'],
    ['as a number', { amount: 8900 }, '/amount'],
    ['of nothing', { amount: '0.00' }, '/amount'],
    ['without a source', { source: '' }, '/source'],
    ['of unknown confidence', { confidence: 'guessed' }, '/confidence'],
  ])('%s is refused', async (_, changes, pointer) => {
    const { status, body } = await declare('region-01', changes)

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer }])
  })

  it('is listed beside those of the whole country', async () => {
    const { body } = await service().get('region-24', '/v1/day-amounts?region=24&limit=100')

    expect(body.dayAmounts).toContainEqual({
      region: null,
      year: 2020,
      amount: '8200.00',
      source: expect.any(String),
      confidence: null,
      declaredBy: null,
      declaredAt: null,
      isReplaced: false,
    })
  })
})
