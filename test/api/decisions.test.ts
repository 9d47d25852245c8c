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

const stay: Told = { ready: '2020-03-02 10:00', out: '2020-03-07 15:00' }
const somatic = {
  agreement: 'stockholm-somatic',
  stage: '1',
  version: '1',
  sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
}
const taby = { municipality: '0160', district: null, because: 'registered' }
const nothing = { reasons: [], missing: [], flags: [] }
const idsOf = (statements: readonly { readonly id: string }[]) => statements.map(({ id }) => id)

describe('the decision on an episode', () => {
  it('is in-mean under an average model', async () => {
    expect(await decisionOn({ ...stay, registered: '0160' })).toEqual({
      outcome: 'in-mean',
      rule: somatic,
      liableUnit: taby,
      readyDays: '5',
      chargeableDays: null,
      ...nothing,
    })
  })

  it('is individual under an individual model, with the days that are charged', async () => {
    expect(await decisionOn({ ...stay, careType: 'psychiatric', out: '2020-03-09 15:00' })).toMatchObject({
      outcome: 'individual',
      rule: { agreement: 'stockholm-psychiatric', stage: '1' },
      readyDays: '7',
      chargeableDays: '2',
    })
  })

  it('is individual for a long stay, with all its days', async () => {
    expect(await decisionOn({ ...stay, out: '2020-03-10 15:00' }, '06', '0680')).toMatchObject({
      outcome: 'individual',
      rule: { agreement: 'jonkoping', stage: '2' },
      readyDays: '8',
      chargeableDays: '8',
    })
  })

  it('charges no day when none exceeds the free ones', async () => {
    expect(await decisionOn({ ...stay, careType: 'psychiatric' })).toMatchObject({
      outcome: 'individual',
      readyDays: '5',
      chargeableDays: '0',
    })
  })

  it('is left-out with every reason, each with its paragraph', async () => {
    const decision = await decisionOn({
      ...stay,
      admissionNotice: false,
      planning: { needed: true },
      openCare: 'unclear',
      onlyRegionalOpenCare: true,
      servicesRefused: true,
      to: 'transfer',
    })

    expect(decision).toMatchObject({ outcome: 'left-out', rule: somatic, readyDays: '5', missing: [] })
    expect(idsOf(decision.reasons)).toEqual([
      'admission-notice-not-sent',
      'planning-not-called',
      'open-care-unclear',
      'only-regional-open-care',
      'transferred-to-another-hospital',
      'services-refused',
    ])
    expect(decision.reasons[0]).toEqual({
      id: 'admission-notice-not-sent',
      cites: '5 kap. 3 § lag (2017:612)',
      text: 'Inget inskrivningsmeddelande är skickat till kommunen.',
    })
  })

  it('is left-out for a planning call after the third day', async () => {
    const decision = await decisionOn({ ...stay, planning: { needed: true, called: '2020-03-06 00:00' } })

    expect(decision).toMatchObject({ outcome: 'left-out', reasons: [{ id: 'planning-called-too-late' }] })
  })

  it('is undetermined while it is not known whether planning was needed', async () => {
    expect(await decisionOn({ ...stay, planning: {} })).toMatchObject({
      outcome: 'undetermined',
      rule: somatic,
      liableUnit: { municipality: '0136' },
      missing: ['planning.needed'],
      reasons: [],
    })
  })

  it('is in-mean without that knowledge when a call was in time', async () => {
    expect(await decisionOn({ ...stay, planning: { called: '2020-03-05 23:59' } })).toMatchObject({
      outcome: 'in-mean',
    })
  })

  it('is left-out when a certain obstacle stands beside an unknown fact', async () => {
    const decision = await decisionOn({ ...stay, planning: {}, openCare: 'unavailable' })

    expect(decision).toMatchObject({ outcome: 'left-out', missing: [], reasons: [{ id: 'open-care-unavailable' }] })
  })

  it('is not-ready for a discharge without a readiness notice', async () => {
    expect(await decisionOn({ out: '2020-03-07 15:00', registered: '0160' })).toEqual({
      outcome: 'not-ready',
      rule: somatic,
      liableUnit: taby,
      readyDays: null,
      chargeableDays: null,
      ...nothing,
    })
  })

  it('is open before the discharge, under no rule yet', async () => {
    expect(await decisionOn({ ready: '2020-03-02 10:00', registered: '0160' })).toEqual({
      outcome: 'open',
      rule: null,
      liableUnit: taby,
      readyDays: null,
      chargeableDays: null,
      ...nothing,
    })
  })

  it('is cancelled for an episode that was sent in error', async () => {
    expect(await decisionOn({ ...stay, body: { cancelled: true } })).toMatchObject({
      outcome: 'cancelled',
      reasons: [],
    })
  })

  it('flags a late admission notice, which bars nothing', async () => {
    const decision = await decisionOn({ ...stay, admissionNotice: '2020-02-29 10:01' })

    expect(decision).toMatchObject({
      outcome: 'in-mean',
      flags: [{ id: 'admission-notice-late', cites: '2 kap. 3 § lag (2017:612)', text: expect.any(String) }],
    })
  })

  it('flags a start that only stands in for the agreement’s own', async () => {
    const decision = await decisionOn({ ready: '2022-03-01 10:00', out: '2022-03-07 10:00' }, '24', '2480')

    expect(decision).toMatchObject({
      outcome: 'individual',
      rule: { agreement: 'vasterbotten' },
      chargeableDays: '3',
      flags: [{ id: 'start-is-placeholder' }],
    })
  })

  it('is told in English when that is asked for', async () => {
    const id = freshId()
    await service().put('hospital-01', `/v1/episodes/${id}`, anEpisode({ ...stay, openCare: 'unclear' }))

    const { body } = await service().get('region-01', `/v1/episodes/${id}/decision`, { 'accept-language': 'en' })

    expect(body.reasons[0].text).toBe(
      'The patient could not be discharged because it was unclear whether regional open care was available.',
    )
  })
})
