import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()
const freshId = freshIds()

const inMonth = (month: string, told: Told = {}): Told => ({
  ready: `${month}-02 10:00`,
  out: `${month}-06 15:00`,
  ...told,
})

/** The liabilities of a region's month after these episodes; each test has a month or municipality of its own. */
const liabilitiesAfter = async (region: string, municipality: string, month: string, ...told: readonly Told[]) => {
  for (const each of told)
    await service().put(
      `hospital-${region}`,
      `/v1/episodes/${region}~${freshId().slice(3)}`,
      anEpisode(each, municipality),
    )
  const { body } = await service().get(
    `region-${region}`,
    `/v1/liabilities?month=${month}&municipality=${municipality}`,
  )
  return body.liabilities
}

const unknownMoney = { days: null, amount: null }

describe('a liability is undetermined, and says why, ', () => {
  it.each([
    ['01', '0136', '2019-06', 'agreement stockholm 2018-2019'],
    ['01', '0136', '2017-06', 'older act 1990:1404'],
    ['03', '0380', '2017-06', 'older act 1990:1404'],
    ['06', '0680', '2018-01', 'older act 1990:1404'],
  ])('where in region %s for %s in %s something unknown applied', async (region, municipality, month, missing) => {
    const liabilities = await liabilitiesAfter(region, municipality, month, inMonth(month), inMonth(month))

    expect(liabilities).toMatchObject([
      {
        region,
        municipality,
        district: null,
        rule: null,
        model: null,
        billing: null,
        review: null,
        status: 'preliminary',
        cohort: { episodes: 0, dayZero: 0, readyDays: '0', average: null, leftOut: 0, undetermined: 2 },
        level: null,
        liable: null,
        averagePart: unknownMoney,
        individualPart: { episodes: 0, ...unknownMoney },
        dayAmounts: [],
        ...unknownMoney,
        missing: [missing],
        bounds: null,
        alternatives: [],
      },
    ])
  })

  it('while a level is not determined', async () => {
    const [liability] = await liabilitiesAfter('01', '0136', '2020-12', inMonth('2020-12'))

    expect(liability).toMatchObject({
      rule: { agreement: 'stockholm-somatic', stage: '2' },
      cohort: { episodes: 1, readyDays: '4', average: '4.0000', undetermined: 0 },
      level: null,
      liable: null,
      ...unknownMoney,
      missing: ['determination stockholm-somatic stage 2'],
    })
  })

  it('while a level is not determined nor a day amount known, naming both', async () => {
    const [liability] = await liabilitiesAfter('01', '0136', '2021-02', inMonth('2021-02'))

    expect(liability.missing).toEqual(['day-amount 2021', 'determination stockholm-somatic stage 2'])
  })

  it('but not where no patient waited, whatever the level turns out to be', async () => {
    const [liability] = await liabilitiesAfter('01', '0136', '2021-03', inMonth('2021-03', { out: '2021-03-02 18:00' }))

    expect(liability).toMatchObject({ level: null, liable: false, days: '0.00', amount: '0.00', missing: [] })
  })

  it('in its amount alone while a day amount is not known', async () => {
    const [liability] = await liabilitiesAfter('03', '0380', '2018-05', inMonth('2018-05', { out: '2018-05-08 15:00' }))

    expect(liability).toMatchObject({
      liable: true,
      days: '3.00',
      amount: null,
      dayAmounts: [{ year: 2018, days: '3.00', amount: null }],
      missing: ['day-amount 2018'],
    })
  })

  it('while a fact is not recorded, between bounds', async () => {
    const [liability] = await liabilitiesAfter(
      '01',
      '0138',
      '2020-03',
      inMonth('2020-03'),
      inMonth('2020-03', { out: '2020-03-03 15:00', planning: {} }),
    )

    expect(liability).toMatchObject({
      cohort: { episodes: 1, readyDays: '4', average: '4.0000', undetermined: 1 },
      liable: null,
      averagePart: unknownMoney,
      ...unknownMoney,
      missing: ['planning.needed'],
      bounds: { least: { days: '1.00', amount: '8200.00' }, most: { days: '2.00', amount: '16400.00' } },
    })
  })

  it('in an entry of its own, which stops no other, where the district is not recorded', async () => {
    const liabilities = await liabilitiesAfter(
      '01',
      '0180',
      '2020-03',
      inMonth('2020-03'),
      inMonth('2020-03', { district: '0180-farsta' }),
    )

    expect(liabilities).toMatchObject([
      { district: '0180-farsta', cohort: { episodes: 1, undetermined: 0 }, days: '2.00', missing: [] },
      {
        district: null,
        cohort: { episodes: 0, undetermined: 1 },
        ...unknownMoney,
        missing: ['patient.registeredDistrict'],
      },
    ])
  })

  it('in an entry of its own, which stops no other, where the municipality is not recorded', async () => {
    await liabilitiesAfter('01', '0139', '2020-04', inMonth('2020-04'))
    await liabilitiesAfter(
      '01',
      '0139',
      '2020-04',
      inMonth('2020-04', { body: { patient: { registeredMunicipality: null } } }),
    )

    const { body } = await service().get('region-01', '/v1/liabilities?month=2020-04')

    expect(body.liabilities).toMatchObject([
      { municipality: '0139', cohort: { undetermined: 0 }, days: '2.00' },
      {
        municipality: null,
        rule: null,
        cohort: { undetermined: 1 },
        ...unknownMoney,
        missing: ['patient.registeredMunicipality'],
      },
    ])
  })

  it('for the region alone where the municipality is not recorded', async () => {
    const told = inMonth('2020-05', { body: { patient: { registeredMunicipality: null } } })
    await liabilitiesAfter('01', '0139', '2020-05', told)
    const { body } = await service().get('region-01', '/v1/liabilities?month=2020-05')
    const [{ id }] = body.liabilities

    const answers = await Promise.all(
      ['region-01', 'region-06', 'municipality-0139'].map((client) => service().get(client, `/v1/liabilities/${id}`)),
    )

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404])
  })

  it('with every cause, each once', async () => {
    const [liability] = await liabilitiesAfter(
      '01',
      '0139',
      '2021-05',
      inMonth('2021-05', { planning: {} }),
      inMonth('2021-05', { planning: {} }),
    )

    expect(liability.missing).toEqual(['day-amount 2021', 'determination stockholm-somatic stage 2', 'planning.needed'])
  })
})
