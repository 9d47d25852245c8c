import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import { judge, verdictsBy } from '#domain/liability/judge.ts'
import { shipped } from '../../support/a-catalog.ts'
import { anExclusion, aPrecondition, aRule } from '../../support/a-rule.ts'
import { anEpisodeFacts, type ToldFacts } from '../../support/an-episode-facts.ts'
import { anyCondition } from '../../support/arbitrary-conditions.ts'
import { anyFactsIn } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const judged = (rule: Rule, facts: EpisodeFacts) => judge(facts, verdictsBy(evaluateByClosures, rule, facts))
const idsOf = (statements: readonly { readonly id: string }[]) => statements.map(({ id }) => id)

const is = (fact: string, value: unknown = true) => ({ fact, operator: 'equal', value })
const called = { any: [is('planningNeeded', false), is('planningCalled')] }

describe('a judgement', () => {
  const rule = aRule({
    preconditions: [aPrecondition(called, 'planning-not-called')],
    exclusions: [anExclusion(is('servicesRefused'), 'refused')],
    flags: [anExclusion(is('planningNeeded'), 'needed'), anExclusion(is('lengthOfStayEstimateSent'), 'estimated')],
  })
  const of = (told: ToldFacts) => {
    const { standing, reasons, missing, flags } = judged(rule, anEpisodeFacts(told))
    return { standing, reasons: idsOf(reasons), missing, flags: idsOf(flags) }
  }

  it('counts an episode that meets no obstacle', () => {
    expect(of({})).toEqual({ standing: 'counted', reasons: [], missing: [], flags: ['estimated'] })
  })

  it('leaves one out with every reason', () => {
    expect(of({ planningNeeded: true, servicesRefused: true })).toEqual({
      standing: 'left-out',
      reasons: ['planning-not-called', 'refused'],
      missing: [],
      flags: ['needed', 'estimated'],
    })
  })

  it('waits for a fact that decides', () => {
    expect(of({ planningNeeded: undefined })).toEqual({
      standing: 'undetermined',
      reasons: [],
      missing: ['planning.needed'],
      flags: ['estimated'],
    })
  })

  it('does not wait for a fact that does not decide', () => {
    expect(of({ planningNeeded: undefined, planningCalledOn: '2020-03-04' })).toMatchObject({ standing: 'counted' })
  })

  it('lets a certain failure win over an unknown fact, and gives the certain reason alone', () => {
    expect(of({ planningNeeded: undefined, servicesRefused: true })).toEqual({
      standing: 'left-out',
      reasons: ['refused'],
      missing: [],
      flags: ['estimated'],
    })
  })

  it('leaves out an episode that fails either way, for whichever reason', () => {
    const eitherWay = aRule({
      exclusions: [anExclusion(is('planningNeeded'), 'yes'), anExclusion(is('planningNeeded', false), 'no')],
    })
    const { standing, reasons } = judged(eitherWay, anEpisodeFacts({ planningNeeded: undefined }))

    expect({ standing, reasons: idsOf(reasons) }).toEqual({ standing: 'left-out', reasons: ['yes', 'no'] })
  })
})

describe('an unrecorded need of planning', () => {
  const isNeverGuessed = (rule: Rule, facts: EpisodeFacts): void => {
    const { planningNeeded: _, ...unknown } = facts
    const open = judged(rule, unknown)
    const [yes, no] = [true, false].map((planningNeeded) => judged(rule, { ...facts, planningNeeded }))
    if (yes === undefined || no === undefined) throw new Error('There are two answers')

    expect(open.standing).toBe(yes.standing === no.standing ? yes.standing : 'undetermined')
    expect(open.missing).toEqual(open.standing === 'undetermined' ? ['planning.needed'] : [])
    expect(idsOf(open.flags)).toEqual(idsOf(yes.flags).filter((id) => idsOf(no.flags).includes(id)))
    if (open.standing !== 'left-out') expect(open.reasons).toEqual([])
    else {
      const both = [...idsOf(yes.reasons), ...idsOf(no.reasons)]
      const common = idsOf(yes.reasons).filter((id) => idsOf(no.reasons).includes(id))
      expect(idsOf(open.reasons)).toEqual(common.length > 0 ? common : both)
    }
  }

  it.each(shipped)('is never a yes or a no under $reference.agreement stage $reference.stage', (rule) => {
    fc.assert(
      fc.property(anyFactsIn('2020-03'), (facts) => isNeverGuessed(rule, facts)),
      { numRuns: runs(1_000) },
    )
  })

  it('is never a yes or a no under any rule of the language', () => {
    fc.assert(
      fc.property(
        anyFactsIn('2020-03'),
        fc.array(anyCondition, { minLength: 1, maxLength: 4 }),
        (facts, conditions) => {
          const [first, ...others] = conditions
          const exclusions = others.map((when, index) => anExclusion(when, `met-${index}`))
          const flags = conditions.map((when, index) => anExclusion(when, `flag-${index}`))

          isNeverGuessed(aRule({ preconditions: [aPrecondition(first)], exclusions, flags }), facts)
        },
      ),
      { numRuns: runs(1_000) },
    )
  })
})
