import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()
const freshId = freshIds()

const decisionOn = async (told: Told, region = '01', municipality: string | null = '0136') => {
  const id = `${region}~${freshId().slice(3)}`
  await service().put(`hospital-${region}`, `/v1/episodes/${id}`, anEpisode(told, municipality))
  const { body } = await service().get(`region-${region}`, `/v1/episodes/${id}/decision`)
  return body
}

const inMonth = (month: string): Told => ({ ready: `${month}-02 10:00`, out: `${month}-05 15:00` })
const ofStockholm = (month: string, district?: string): Told => ({
  ...inMonth(month),
  registered: '0180',
  ...(district === undefined ? {} : { district }),
})
const citizen = (district: string | null) => ({ municipality: '0180', district, because: 'registered' })

describe('the unit that is liable', () => {
  it('is the placing municipality before that of registration', async () => {
    expect(await decisionOn({ ...inMonth('2020-03'), placedBy: '0181' })).toMatchObject({
      liableUnit: { municipality: '0181', district: null, because: 'placed' },
    })
  })

  it('is a district within Stockholm', async () => {
    expect(await decisionOn(ofStockholm('2020-03', '0180-farsta'))).toMatchObject({
      outcome: 'in-mean',
      liableUnit: citizen('0180-farsta'),
      flags: [],
    })
  })

  it('is the placing district when Stockholm placed the patient', async () => {
    const told = {
      ...inMonth('2020-03'),
      body: { patient: { placedByMunicipality: '0180', placedByDistrict: '0180-farsta' } },
    }

    expect(await decisionOn(told)).toMatchObject({
      liableUnit: { municipality: '0180', district: '0180-farsta', because: 'placed' },
    })
  })

  it.each([
    ['2020-06', '0180-alvsjo', '0180-alvsjo', []],
    ['2020-07', '0180-alvsjo', '0180-hagersten-alvsjo', ['district-succeeded']],
    ['2023-06', '0180-norrmalm', '0180-norrmalm', []],
    ['2023-07', '0180-norrmalm', '0180-norra-innerstaden', ['district-succeeded']],
    ['2023-07', '0180-spanga-tensta', '0180-jarva', ['district-succeeded']],
  ])('is in %s, for %s, the district %s', async (month, recorded, district, flags) => {
    const decision = await decisionOn(ofStockholm(month, recorded))

    expect(decision.liableUnit).toEqual(citizen(district))
    expect(decision.flags.map(({ id }: { readonly id: string }) => id)).toEqual(flags)
  })

  it.each(['2020-03', '2023-06'])('is not known in %s for a district that is not yet', async (month) => {
    const decision = await decisionOn(ofStockholm(month, '0180-jarva'))

    expect(decision).toMatchObject({
      outcome: 'undetermined',
      liableUnit: citizen(null),
      missing: ['patient.registeredDistrict'],
    })
  })

  it('is not known in Stockholm without a district', async () => {
    expect(await decisionOn(ofStockholm('2020-03'))).toMatchObject({
      outcome: 'undetermined',
      rule: { agreement: 'stockholm-somatic' },
      liableUnit: citizen(null),
      missing: ['patient.registeredDistrict'],
    })
  })

  it('is not known when Stockholm placed the patient without a district, whatever district is registered', async () => {
    const told = { ...ofStockholm('2020-03', '0180-farsta'), placedBy: '0180' }

    expect(await decisionOn(told)).toMatchObject({ outcome: 'undetermined', missing: ['patient.placedByDistrict'] })
  })

  it('is Stockholm itself under the Act, for a patient at another region’s hospital', async () => {
    expect(await decisionOn({ ...ofStockholm('2023-03'), district: '0180-farsta' }, '03')).toMatchObject({
      rule: { agreement: 'act' },
      liableUnit: citizen(null),
      missing: [],
    })
  })

  it('is null without a municipality, and so is the rule', async () => {
    expect(await decisionOn(inMonth('2020-03'), '01', null)).toEqual({
      outcome: 'undetermined',
      rule: null,
      liableUnit: null,
      readyDays: null,
      chargeableDays: null,
      reasons: [],
      missing: ['patient.registeredMunicipality'],
      flags: [],
    })
  })

  it('may be null where every rule that could govern leaves the episode out', async () => {
    expect(await decisionOn({ ...inMonth('2020-03'), openCare: 'unclear' }, '01', null)).toMatchObject({
      outcome: 'left-out',
      rule: null,
      liableUnit: null,
      missing: [],
      reasons: [{ id: 'open-care-unclear' }],
    })
  })
})

describe('the rule in force', () => {
  it('is the Act, with a flag, in a county that has registered no agreement', async () => {
    expect(await decisionOn(inMonth('2023-03'), '03', '0380')).toMatchObject({
      outcome: 'individual',
      rule: { agreement: 'act', stage: '1', version: '1' },
      flags: [{ id: 'agreement-not-registered' }],
    })
  })

  it('is the Act, without the flag, for a patient from another county', async () => {
    expect(await decisionOn(inMonth('2020-03'), '01', '0380')).toMatchObject({ rule: { agreement: 'act' }, flags: [] })
  })

  it.each([
    ['2020-01', 'somatic', 'stockholm-somatic', '1'],
    ['2020-10', 'somatic', 'stockholm-somatic', '1'],
    ['2020-11', 'somatic', 'stockholm-somatic', '2'],
    ['2021-10', 'somatic', 'stockholm-somatic', '2'],
    ['2021-11', 'somatic', 'stockholm-somatic', '3'],
    ['2020-01', 'psychiatric', 'stockholm-psychiatric', '1'],
    ['2023-01', 'psychiatric', 'stockholm-psychiatric', '1'],
  ] as const)('in Stockholm in %s is for %s care %s stage %s', async (month, careType, agreement, stage) => {
    expect(await decisionOn({ ...inMonth(month), careType })).toMatchObject({ rule: { agreement, stage } })
  })

  it.each([
    ['01', '0136', '2018-01', 'somatic', 'agreement stockholm 2018-2019'],
    ['01', '0136', '2019-12', 'psychiatric', 'agreement stockholm 2018-2019'],
    ['01', '0136', '2017-12', 'somatic', 'older act 1990:1404'],
    ['03', '0380', '2017-12', 'somatic', 'older act 1990:1404'],
    ['06', '0680', '2018-02', 'somatic', 'older act 1990:1404'],
    ['06', '0680', '2018-02', 'psychiatric', 'older act 1990:1404'],
  ] as const)(
    'of region %s for %s in %s is not known for %s care: %s',
    async (region, municipality, month, careType, missing) => {
      const decision = await decisionOn({ ...inMonth(month), careType }, region, municipality)

      expect(decision).toMatchObject({
        outcome: 'undetermined',
        rule: null,
        liableUnit: { municipality, district: null, because: 'registered' },
        missing: [missing],
      })
    },
  )

  it('is the Act for Jönköping’s psychiatric care until 2018 ends, with its thirty days', async () => {
    const told: Told = { careType: 'psychiatric', ready: '2018-03-01 10:00', out: '2018-04-02 10:00' }

    expect(await decisionOn(told, '06', '0680')).toMatchObject({
      rule: { agreement: 'act' },
      readyDays: '32',
      chargeableDays: '2',
      flags: [],
    })
  })
})
