import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()
const freshId = freshIds()

const liabilityAfter = async (region: string, municipality: string, month: string, ...told: readonly Told[]) => {
  for (const each of told)
    await service().put(
      `hospital-${region}`,
      `/v1/episodes/${region}~${freshId().slice(3)}`,
      anEpisode(each, municipality),
    )
  const { body } = await service().get(`municipality-${municipality}`, `/v1/liabilities?month=${month}`)
  expect(body.total).toBe(1)
  return body.liabilities[0]
}

const stay = (month: string, lastDay: number, told: Told = {}): Told => ({
  ready: `${month}-01 10:00`,
  out: `${month}-0${lastDay} 15:00`,
  ...told,
})

describe('review', () => {
  it('is pending while candidate days wait for the joint group, and nothing is owed yet', async () => {
    const liability = await liabilityAfter('24', '2480', '2022-03', stay('2022-03', 7))

    expect(liability).toMatchObject({
      review: 'pending',
      model: 'individual',
      liable: null,
      days: '3.00',
      amount: '27900.00',
      flags: [{ id: 'start-is-placeholder' }],
    })
  })

  it('is decided where there is no candidate to decide on', async () => {
    const liability = await liabilityAfter('24', '2480', '2022-04', stay('2022-04', 3))

    expect(liability).toMatchObject({ review: 'decided', liable: false, days: '0.00', amount: '0.00', flags: [] })
  })

  it('is pending while a candidate may still come of what is not recorded', async () => {
    const liability = await liabilityAfter('24', '2480', '2022-05', stay('2022-05', 7, { planning: {} }))

    expect(liability).toMatchObject({ review: 'pending', liable: null, days: null, missing: ['planning.needed'] })
  })

  it.each([
    ['01', '0136', '2020-03'],
    ['06', '0680', '2020-03'],
    ['03', '0380', '2023-03'],
  ])('is null where no group decides: region %s', async (region, municipality, month) => {
    const liability = await liabilityAfter(region, municipality, month, stay(month, 7))

    expect(liability.review).toBeNull()
  })
})

describe('billing', () => {
  it.each([
    ['01', '0138', '2022-10', 'active', {}],
    ['01', '0138', '2022-11', 'suspended', {}],
    ['01', '0139', '2022-10', 'active', { careType: 'psychiatric' }],
    ['01', '0139', '2022-11', 'suspended', { careType: 'psychiatric' }],
    ['01', '0380', '2022-11', 'active', {}],
    ['06', '0682', '2022-11', 'active', {}],
  ] as const)('of region %s for %s in %s is %s %j', async (region, municipality, month, billing, told) => {
    const liability = await liabilityAfter(region, municipality, month, stay(month, 9, told))

    expect(liability).toMatchObject({ billing, liable: true })
    expect(liability.days).not.toBeNull()
  })
})

describe('the cohort', () => {
  it('holds the episodes of the mean, and long stays stand beside it', async () => {
    const stays = [1, 2, 3, 4, 5].map((day) => stay('2020-05', day))
    const liability = await liabilityAfter('06', '0683', '2020-05', ...stays, stay('2020-05', 9))

    expect(liability).toMatchObject({
      cohort: { episodes: 5, dayZero: 1, readyDays: '10', average: '2.0000' },
      averagePart: { days: '0.00', amount: '0.00' },
      individualPart: { episodes: 1, days: '8.00', amount: '65600.00' },
      days: '8.00',
      amount: '65600.00',
      liable: true,
    })
  })

  it('holds all that are counted under an individual model, without mean or level', async () => {
    const stays = [stay('2023-03', 1), stay('2023-03', 6), stay('2023-03', 7, { openCare: 'unclear' })]
    const liability = await liabilityAfter('03', '0331', '2023-03', ...stays)

    expect(liability).toMatchObject({
      cohort: { episodes: 2, dayZero: 1, readyDays: '5', average: null, leftOut: 1, undetermined: 0 },
      level: null,
      averagePart: { days: '0.00', amount: '0.00' },
      individualPart: { days: '2.00', amount: '21000.00' },
    })
  })

  it('follows an episode to the month and unit that a later revision gives it', async () => {
    const id = freshId()
    const send = (told: Told) => service().put('hospital-01', `/v1/episodes/${id}`, anEpisode(told))
    const units = async (month: string) => {
      const { body } = await service().get('region-01', `/v1/liabilities?month=${month}`)
      return body.liabilities.map(({ municipality }: { readonly municipality: string }) => municipality)
    }
    await send({ ...stay('2020-06', 7), registered: '0181' })

    await send({ ...stay('2020-07', 7), registered: '0182', sourceUpdatedAt: '2020-07-08T00:00:00Z' })

    expect([await units('2020-06'), await units('2020-07')]).toEqual([[], ['0182']])
  })
})
