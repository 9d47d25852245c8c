import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'
import { recompute } from '../support/recompute.ts'
import { runs } from '../support/runs.ts'

const service = aSharedService()
const freshId = freshIds()

const send = (region: string, municipality: string, told: Told) =>
  service().put(`hospital-${region}`, `/v1/episodes/${region}~${freshId().slice(3)}`, anEpisode(told, municipality))

const detailsOf = async (municipality: string, month: string) => {
  const { body } = await service().get(`municipality-${municipality}`, `/v1/liabilities?month=${month}&limit=500`)
  const answers = await Promise.all(
    body.liabilities.map(({ id }: { readonly id: string }) =>
      service().get(`municipality-${municipality}`, `/v1/liabilities/${id}`),
    ),
  )
  return answers.map((answer) => answer.body)
}

/** Stays of so many ready days, discharged on the 20th. */
const staysOf = (month: string, ...readyDays: readonly number[]): readonly Told[] =>
  readyDays.map((days) => ({ ready: `${addDays(`${month}-20`, -days)} 10:00`, out: `${month}-20 15:00` }))

describe('the steps of a liability', () => {
  it.each([
    ['an excess over the mean', '01', '0136', '2020-03', [0, 1, 2, 3, 6], '16400.00'],
    ['a mean of thirds', '01', '0136', '2020-04', [2, 2, 3], '8200.00'],
    ['a level with a decimal', '01', '0136', '2022-03', [0, 3], '3720.00'],
    ['a mean that does not exceed', '01', '0136', '2020-05', [2, 2], '0.00'],
    ['a month that only day zero is in', '01', '0136', '2020-06', [0, 0], '0.00'],
    ['all days once the mean exceeds', '06', '0680', '2020-05', [1, 2, 3, 4], '82000.00'],
    ['long stays beside a mean', '06', '0680', '2020-06', [0, 1, 2, 3, 4, 9, 8], '139400.00'],
    ['only long stays', '06', '0680', '2020-07', [8], '65600.00'],
    ['days of two years', '03', '0380', '2020-01', [25, 4], '187400.00'],
    ['a level that no one needs to know', '01', '0138', '2020-11', [0, 0], '0.00'],
    ['a level that is not determined', '01', '0136', '2020-12', [3], null],
    ['an amount that is not known', '03', '0380', '2021-05', [5], null],
    ['candidates for a review', '24', '2480', '2022-03', [6, 2], '27900.00'],
  ])('recompute %s', async (_, region, municipality, month, readyDays, amount) => {
    for (const told of staysOf(month, ...readyDays)) await send(region, municipality, told)

    const [detail] = await detailsOf(municipality, month)

    expect(detail.amount).toBe(amount)
    expect(recompute(detail.steps)).toEqual({ days: detail.days, amount })
  })

  it('lead to no amount while an episode is undetermined, and name what must be known', async () => {
    for (const told of staysOf('2020-09', 3, 4)) await send('01', '0138', told)
    await send('01', '0138', { ready: '2020-09-02 10:00', out: '2020-09-05 15:00', planning: {} })

    const [detail] = await detailsOf('0138', '2020-09')

    expect(recompute(detail.steps)).toEqual({ days: null, amount: null })
    expect(detail.steps.at(-1)).toMatchObject({
      id: 'undetermined',
      exact: '1',
      text: expect.stringContaining('planning.needed'),
    })
  })

  it('are none where no rule is known', async () => {
    for (const told of staysOf('2019-03', 3)) await send('01', '0136', told)

    const [detail] = await detailsOf('0136', '2019-03')

    expect(detail.steps).toEqual([])
  })

  it('name the paragraph of each number of the rule, and where an amount was read', async () => {
    for (const told of staysOf('2020-10', 0, 5)) await send('01', '0139', told)

    const [{ steps }] = await detailsOf('0139', '2020-10')

    const step = (id: string) => steps.find((each: { readonly id: string }) => each.id === id)
    expect(step('mean')).toMatchObject({ operation: 'divide', exact: '5/2', shown: '2.5000' })
    expect(step('level').cites).toMatch(/\S/)
    expect(step('day-amount-2020')).toMatchObject({
      exact: '8200',
      cites: expect.stringMatching(/\S/),
      source: expect.stringMatching(/\S/),
    })
  })

  it('say in which language they are told', async () => {
    for (const told of staysOf('2020-10', 0, 5)) await send('01', '0160', told)
    const path = '/v1/liabilities/01~stockholm-somatic~1.1~0160~2020-10'

    const swedish = await service().get('region-01', path)
    const english = await service().get('region-01', path, { 'accept-language': 'en' })

    expect(swedish.body.steps[1].text).toBe('Summan av deras utskrivningsklara dagar')
    expect(english.body.steps[1].text).toBe('The sum of their ready days')
    expect(english.body.amount).toBe(swedish.body.amount)
  })

  it('recompute any month', async () => {
    // Each run has a month of its own.
    let run = 0
    const nextMonth = () => {
      run += 1
      return `${2018 + (run % 8)}-${`${(run % 12) + 1}`.padStart(2, '0')}`
    }
    const anyMonth = fc.record({
      unit: fc.constantFrom(['01', '0188'], ['06', '0686'], ['03', '0305'], ['24', '2401'], ['01', '0305']),
      readyDays: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 7 }),
    })

    await fc.assert(
      fc.asyncProperty(anyMonth, async ({ unit: [region = '', municipality = ''], readyDays }) => {
        const month = nextMonth()
        for (const told of staysOf(month, ...readyDays)) await send(region, municipality, told)
        for (const detail of await detailsOf(municipality, month))
          expect(recompute(detail.steps)).toEqual({ days: detail.days, amount: detail.amount })
      }),
      { numRuns: runs(250) },
    )
  }, 120_000)
})
