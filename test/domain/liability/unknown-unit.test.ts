import { describe, expect, it } from 'vitest'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import { decide } from '#domain/liability/decide.ts'
import { verdictsBy } from '#domain/liability/judge.ts'
import { theShippedCatalog } from '../../support/a-catalog.ts'
import { anEpisodeFacts, type ToldFacts } from '../../support/an-episode-facts.ts'

const decided = (told: ToldFacts, region = '01') =>
  decide(theShippedCatalog(), region, anEpisodeFacts(told), (rule, facts) =>
    verdictsBy(evaluateByClosures, rule, facts),
  )

const idsOf = (statements: readonly { readonly id: string }[]) => statements.map(({ id }) => id)

describe('a patient without a municipality', () => {
  const nobody = { registeredMunicipality: undefined }

  it('is undetermined, with everything that the possible rules also miss', () => {
    expect(decided(nobody)).toEqual({
      outcome: 'undetermined',
      unitKnown: false,
      reasons: [],
      missing: ['patient.registeredMunicipality'],
      flags: [],
    })
    expect(decided({ ...nobody, planningNeeded: undefined }).missing).toEqual([
      'patient.registeredMunicipality',
      'planning.needed',
    ])
  })

  it('is left out where every possible rule leaves it out, with the reasons they share', () => {
    expect(decided({ ...nobody, openCare: 'unclear' })).toMatchObject({
      outcome: 'left-out',
      unitKnown: false,
      reasons: [{ id: 'open-care-unclear' }],
      missing: [],
      flags: [],
    })
    expect(idsOf(decided({ ...nobody, openCare: 'unclear', servicesRefused: true }).reasons)).toEqual([
      'open-care-unclear',
    ])
  })

  it('is undetermined where some possible rule keeps it, or is not known', () => {
    expect(decided({ ...nobody, servicesRefused: true }).outcome).toBe('undetermined')
    expect(decided({ ...nobody, openCare: 'unclear', ready: '2019-03-02 10:00:00', out: '2019-03-05' }).outcome).toBe(
      'undetermined',
    )
  })

  it('in a time whose rule is not known misses nothing that a known rule asks for', () => {
    const old = { ...nobody, planningNeeded: undefined, ready: '2017-03-02 10:00:00', out: '2017-03-05' }

    expect(decided(old).missing).toEqual(['patient.registeredMunicipality'])
  })

  it('that was not ready, or is cancelled, concerns nobody', () => {
    expect(decided({ ...nobody, readiness: [] })).toMatchObject({ outcome: 'not-ready', unitKnown: false })
    expect(decided({ ...nobody, cancelled: true })).toMatchObject({ outcome: 'cancelled', unitKnown: false })
    expect(decided({ ...nobody, discharge: undefined })).toMatchObject({ outcome: 'open', unitKnown: false })
  })
})

describe('a patient of Stockholm', () => {
  const city = { registeredMunicipality: '0180' }

  it('without a district is undetermined where the district is the unit, and names the fact', () => {
    expect(decided(city)).toMatchObject({
      outcome: 'undetermined',
      unit: { municipality: '0180', because: 'registered' },
      unitKnown: false,
      missing: ['patient.registeredDistrict'],
      flags: [],
    })
    expect(decided({ registeredMunicipality: '0162', placedByMunicipality: '0180' })).toMatchObject({
      unitKnown: false,
      missing: ['patient.placedByDistrict'],
    })
  })

  it('without a district is left out where a reason is certain', () => {
    expect(decided({ ...city, openCare: 'unclear' })).toMatchObject({
      outcome: 'left-out',
      unitKnown: false,
      missing: [],
    })
  })

  it('belongs to the city where the Act or another county decides', () => {
    expect(decided({ ...city, registeredDistrict: '0180-farsta' }, '06')).toMatchObject({
      unit: { municipality: '0180', because: 'registered' },
      unitKnown: true,
      missing: [],
    })
    expect(decided({ ...city, registeredDistrict: '0180-farsta' }, '06').unit).not.toHaveProperty('district')
  })

  it('keeps its district where only the rule is not known', () => {
    const old = { ready: '2019-03-02 10:00:00', out: '2019-03-05' }

    expect(decided({ ...city, ...old, registeredDistrict: '0180-farsta' })).toMatchObject({
      outcome: 'undetermined',
      unit: { district: '0180-farsta' },
      unitKnown: true,
    })
  })

  it('moves to the district that succeeded the recorded one, with a flag', () => {
    const moved = decided({
      ...city,
      registeredDistrict: '0180-alvsjo',
      ready: '2020-07-02 10:00:00',
      out: '2020-07-05',
    })

    expect(moved.unit).toEqual({ municipality: '0180', district: '0180-hagersten-alvsjo', because: 'registered' })
    expect(idsOf(moved.flags)).toEqual(['district-succeeded'])
    expect(decided({ ...city, registeredDistrict: '0180-alvsjo' }).flags).toEqual([])
  })
})
