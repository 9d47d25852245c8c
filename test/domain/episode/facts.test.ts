import { describe, expect, it } from 'vitest'
import { factsOf } from '#domain/episode/facts.ts'
import { episode } from '#schemas/episode.ts'
import { anEpisode, type Told } from '../../support/an-episode.ts'

const factsOfTold = (told: Told = {}) => {
  const { patient, ...body } = anEpisode({ ready: '2020-03-02 10:00', out: '2020-03-05 15:00', ...told })
  const { identity: _forgotten, ...place } = patient
  return factsOf(episode.parse({ ...body, patient: { ...place, pseudonym: 'p', pseudonymKeyVersion: '1' } }))
}

describe('the facts of an episode', () => {
  it('are in the civil time of Stockholm', () => {
    const facts = factsOfTold({
      readiness: [
        { ready: '2020-03-02 00:30', withdrawn: '2020-03-04 23:59' },
        { ready: '2020-03-06 12:00:01', out: '2020-03-09 00:05' },
      ],
      planning: { called: '2020-03-08 00:10' },
    })

    expect(facts.readiness).toEqual([
      { noticeSentAt: '2020-03-02T00:30:00', withdrawnOn: '2020-03-04' },
      { noticeSentAt: '2020-03-06T12:00:01' },
    ])
    expect(facts.planningCalledOn).toBe('2020-03-08')
    expect(facts.discharge).toEqual({ on: '2020-03-09', to: 'home' })
  })

  it('keep sub-seconds, which can be after twelve', () => {
    const facts = factsOfTold({ body: { readiness: [{ noticeSentAt: '2020-03-02T11:00:00.250Z' }] } })

    expect(facts.readiness).toEqual([{ noticeSentAt: '2020-03-02T12:00:00.25' }])
  })

  it('leave out what is not recorded, and nothing else', () => {
    const facts = factsOfTold({
      admissionNotice: false,
      lengthOfStayEstimate: false,
      planning: {},
      body: { discharge: null, patient: { registeredMunicipality: null } },
    })

    expect(facts).toEqual({
      hospital: 'SE2321000016-15CQ',
      careType: 'somatic',
      lengthOfStayEstimateSent: false,
      readiness: [{ noticeSentAt: '2020-03-02T10:00:00' }],
      servicesRefused: false,
      onlyRegionalOpenCare: false,
      compulsoryOpenPsychiatricCare: false,
      cancelled: false,
    })
  })

  it('say all that is recorded', () => {
    const facts = factsOfTold({
      careType: 'psychiatric',
      registered: '0180',
      district: '0180-farsta',
      placedBy: '0683',
      admissionNotice: '2020-02-28 22:00',
      planning: { needed: true, called: '2020-03-03 08:00' },
      openCare: 'unclear',
      servicesRefused: true,
      onlyRegionalOpenCare: true,
      compulsoryOpenPsychiatricCare: true,
      to: 'special-housing',
      body: { cancelled: true, patient: { placedByDistrict: '0180-bromma' } },
    })

    expect(facts).toEqual({
      hospital: 'SE2321000016-15CQ',
      careType: 'psychiatric',
      registeredMunicipality: '0180',
      registeredDistrict: '0180-farsta',
      placedByMunicipality: '0683',
      placedByDistrict: '0180-bromma',
      admissionNoticeDelayHours: 12,
      lengthOfStayEstimateSent: true,
      readiness: [{ noticeSentAt: '2020-03-02T10:00:00' }],
      planningNeeded: true,
      planningCalledOn: '2020-03-03',
      openCare: 'unclear',
      servicesRefused: true,
      onlyRegionalOpenCare: true,
      compulsoryOpenPsychiatricCare: true,
      discharge: { on: '2020-03-05', to: 'special-housing' },
      cancelled: true,
    })
  })
})
