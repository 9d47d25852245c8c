import { describe, expect, it } from 'vitest'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import { decideAsIf } from '#domain/liability/decide.ts'
import { verdictsBy } from '#domain/liability/judge.ts'
import { theRule } from '../../support/a-catalog.ts'
import { anEpisodeFacts, type ToldFacts } from '../../support/an-episode-facts.ts'

const decided = (told: ToldFacts, rule = theRule('jonkoping', '2')) =>
  decideAsIf(rule, anEpisodeFacts(told), (of, facts) => verdictsBy(evaluateByClosures, of, facts))

describe('a decision as if a rule governed', () => {
  it('is by that rule, whatever day, care or party the episode is of', () => {
    const facts = { ready: '2011-03-02 10:00:00', out: '2011-03-05', registeredMunicipality: '2480' }

    expect(decided(facts)).toMatchObject({
      outcome: 'in-mean',
      rule: { reference: { agreement: 'jonkoping' } },
      unit: { municipality: '2480' },
      days: { readyDays: 3 },
      flags: [],
    })
  })

  it('is left out, open, not ready, cancelled or undetermined as any other', () => {
    expect(decided({ openCare: 'unclear' }).outcome).toBe('left-out')
    expect(decided({ discharge: undefined }).outcome).toBe('open')
    expect(decided({ readiness: [] })).toMatchObject({ outcome: 'not-ready', rule: { reference: { stage: '2' } } })
    expect(decided({ cancelled: true }).outcome).toBe('cancelled')
    expect(decided({ registeredMunicipality: undefined })).toMatchObject({
      outcome: 'undetermined',
      missing: ['patient.registeredMunicipality'],
    })
    expect(decided({ registeredMunicipality: undefined, openCare: 'unclear' })).toMatchObject({ outcome: 'left-out' })
  })

  it('has the unit of that rule', () => {
    const city = { registeredMunicipality: '0180', registeredDistrict: '0180-farsta' }

    expect(decided(city).unit).not.toHaveProperty('district')
    expect(decided(city, theRule('stockholm-somatic')).unit).toMatchObject({ district: '0180-farsta' })
  })
})
