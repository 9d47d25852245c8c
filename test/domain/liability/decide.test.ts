import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import { decide, rulesToEvaluate } from '#domain/liability/decide.ts'
import type { Decision } from '#domain/liability/decision.ts'
import { versionNotSigned } from '#domain/liability/flags.ts'
import { verdictsBy } from '#domain/liability/judge.ts'
import { aCatalog, theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aRule } from '../../support/a-rule.ts'
import { anEpisodeFacts, type ToldFacts } from '../../support/an-episode-facts.ts'
import { anyFactsIn } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const catalog = theShippedCatalog()
const decided = (told: ToldFacts, region = '01', published: Catalog = catalog) =>
  decide(published, region, anEpisodeFacts(told), (rule, facts) => verdictsBy(evaluateByClosures, rule, facts))

const without = ({ flags: _, ...rest }: Decision) => rest
const FROM_2020 = { from: '2020-01-01' }
const idsOf = (statements: readonly { readonly id: string }[]) => statements.map(({ id }) => id)

describe('a decision', () => {
  it('puts a discharged episode in the mean of its unit', () => {
    const { outcome, rule, unit, days } = decided({})

    expect(outcome).toBe('in-mean')
    expect(rule?.reference).toMatchObject({ agreement: 'stockholm-somatic', stage: '1' })
    expect(unit).toEqual({ municipality: '0162', because: 'registered' })
    expect(days).toEqual({ readyDays: 3, chargedOn: undefined })
  })

  it('charges an episode by itself under an individual model, and a long stay under an average one', () => {
    const psychiatric = decided({ careType: 'psychiatric', out: '2020-03-09' })
    const long = decided({ registeredMunicipality: '0680', out: '2020-03-12' }, '06')

    expect(psychiatric).toMatchObject({
      outcome: 'individual',
      days: { readyDays: 7, chargedOn: ['2020-03-07', '2020-03-08'] },
    })
    expect(long).toMatchObject({ outcome: 'individual', days: { readyDays: 10 } })
  })

  it('is individual also where no day is charged', () => {
    expect(decided({ careType: 'psychiatric' })).toMatchObject({
      outcome: 'individual',
      days: { readyDays: 3, chargedOn: [] },
    })
  })

  it('leaves an episode out with its reasons, and keeps its flags', () => {
    const { outcome, reasons, flags, missing } = decided({
      openCare: 'unclear',
      servicesRefused: true,
      admissionNoticeDelayHours: 25,
    })

    expect(outcome).toBe('left-out')
    expect(idsOf(reasons)).toEqual(['open-care-unclear', 'services-refused'])
    expect(idsOf(flags)).toEqual(['admission-notice-late'])
    expect(missing).toEqual([])
  })

  it('is cancelled, open or not-ready before any rule is asked', () => {
    const nothing = { reasons: [], missing: [], flags: [] }

    expect(decided({ cancelled: true, discharge: undefined, readiness: [] })).toEqual({
      outcome: 'cancelled',
      unit: { municipality: '0162', because: 'registered' },
      unitKnown: true,
      ...nothing,
    })
    expect(decided({ discharge: undefined })).toEqual({
      outcome: 'open',
      unit: { municipality: '0162', because: 'registered' },
      unitKnown: true,
      ...nothing,
    })
    expect(decided({ readiness: [], openCare: 'unclear' })).toEqual({
      outcome: 'not-ready',
      rule: theRule('stockholm-somatic'),
      unit: { municipality: '0162', because: 'registered' },
      unitKnown: true,
      ...nothing,
    })
    expect(decided({ readiness: [], out: '2019-03-05' })).not.toHaveProperty('rule')
  })

  it('is undetermined where the rule is not known, and says which', () => {
    expect(decided({ ready: '2019-03-02 10:00:00', out: '2019-03-05' })).toEqual({
      outcome: 'undetermined',
      unit: { municipality: '0162', because: 'registered' },
      unitKnown: true,
      reasons: [],
      missing: ['agreement stockholm 2018-2019'],
      flags: [],
    })
  })

  it('is undetermined where a fact decides that is not recorded', () => {
    expect(decided({ planningNeeded: undefined })).toMatchObject({
      outcome: 'undetermined',
      missing: ['planning.needed'],
      reasons: [],
      days: { readyDays: 3 },
    })
  })

  it('flags a county without an agreement, but not a patient from another county', () => {
    expect(idsOf(decided({ registeredMunicipality: '0380' }, '03').flags)).toEqual(['agreement-not-registered'])
    expect(decided({ registeredMunicipality: '0380' }, '01').flags).toEqual([])
  })

  it('flags candidate days whose start is a placeholder, where there are any', () => {
    const there = { registeredMunicipality: '2480', ready: '2022-03-02 10:00:00' }

    expect(decided({ ...there, out: '2022-03-06' }, '24').flags).toMatchObject([
      { id: 'start-is-placeholder', cites: expect.stringContaining('Fristdags läsning') },
    ])
    expect(decided({ ...there, out: '2022-03-05' }, '24').flags).toEqual([])
    expect(decided({ careType: 'psychiatric', out: '2020-03-20' }).flags).toEqual([])
    const known = aRule({ model: { kind: 'review', freeDays: 3, decidedBy: 'the joint group' } })
    expect(decided({ out: '2020-03-20' }, '01', aCatalog([known])).flags).toEqual([])
  })

  it('flags each version that would govern it if it were signed, and is decided as without it', () => {
    const version = aRule({ agreement: 'waiting', version: '3' })
    const pending = { ...catalog, pending: [version] }
    const there = { ready: '2019-03-02 10:00:00', out: '2019-03-05' }

    const { flags, ...decision } = decided({}, '01', pending)

    expect(decision).toEqual(without(decided({})))
    expect(flags).toEqual([versionNotSigned(version)])
    expect(flags[0]?.text.en).toContain('waiting 1.3')
    expect(decided(there, '01', pending)).toMatchObject({
      outcome: 'undetermined',
      flags: [{ id: 'version-not-signed' }],
    })
  })

  it.each<[string, Record<string, unknown>, ToldFacts, string?]>([
    ['begins later', { inForce: { from: '2020-04-01' } }, {}],
    ['has ended', { inForce: { from: '2019-01-01', until: '2020-03-01' } }, {}],
    ['covers other care', { careTypes: ['psychiatric'] }, {}],
    ['binds other municipalities', {}, { registeredMunicipality: '0380' }],
    ['is of another county', {}, { registeredMunicipality: '0380' }, '03'],
    ['has a newer version that is signed', { agreement: 'stockholm-somatic', version: '0', inForce: FROM_2020 }, {}],
  ])('is not flagged with a waiting version that %s', (_, parts, told, region = '01') => {
    const pending = { ...catalog, pending: [aRule({ agreement: 'waiting', ...parts })] }

    expect(decided(told, region, pending)).toEqual(decided(told, region))
  })
})

describe('the rules to evaluate', () => {
  it('are exactly those that the decision asks for', () => {
    const regions = fc.constantFrom('01', '03', '06', '24')
    const municipality = fc.constantFrom(undefined, '0180', '0162', '0380', '0680', '2480')
    const month = fc.constantFrom('2018-02', '2019-12', '2020-03', '2021-12')
    const facts = month.chain((of) => anyFactsIn(of))
    fc.assert(
      fc.property(regions, municipality, facts, fc.boolean(), (region, registeredMunicipality, any, cancelled) => {
        const known = anEpisodeFacts({ ...any, registeredMunicipality, cancelled })
        const asked = new Set<unknown>()
        decide(catalog, region, known, (rule, its) => {
          asked.add(rule)
          return verdictsBy(evaluateByClosures, rule, its)
        })

        expect(new Set(rulesToEvaluate(catalog, region, known))).toEqual(asked)
      }),
      { numRuns: runs(2_000) },
    )
  })

  it('are none of a cancelled or open stay', () => {
    expect(rulesToEvaluate(catalog, '01', anEpisodeFacts({ cancelled: true }))).toEqual([])
    expect(rulesToEvaluate(catalog, '01', anEpisodeFacts({ discharge: undefined }))).toEqual([])
  })
})
