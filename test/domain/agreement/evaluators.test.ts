import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '#domain/agreement/condition-facts.ts'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import { evaluateByEngine } from '#domain/agreement/evaluate-engine.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { condition } from '#schemas/rule-file/condition.ts'
import { shipped } from '../../support/a-catalog.ts'
import { anExclusion, aPrecondition, aRule } from '../../support/a-rule.ts'
import { anyCondition, anyWorld } from '../../support/arbitrary-conditions.ts'
import { runs } from '../../support/runs.ts'

const aWorld = (changes: Partial<World> = {}): World => ({
  careType: 'somatic',
  admissionNoticeSent: true,
  admissionNoticeDelayHours: 20,
  lengthOfStayEstimateSent: true,
  planningNeeded: false,
  planningCalled: false,
  planningCallDelayDays: undefined,
  openCare: 'not-recorded',
  servicesRefused: false,
  onlyRegionalOpenCare: false,
  compulsoryOpenPsychiatricCare: false,
  dischargedTo: 'home',
  ...changes,
})

const holds = async (when: unknown, world: Partial<World>): Promise<boolean> => {
  const rule = aRule({ exclusions: [anExclusion(when)] })
  const closures = evaluateByClosures(rule, aWorld(world)).obstacles.length > 0
  const engine = (await evaluateByEngine(rule, aWorld(world))).obstacles.length > 0
  expect(engine).toBe(closures)
  return closures
}

const delay = (operator: string, value: number) => ({ fact: 'planningCallDelayDays', operator, value })

describe('a condition', () => {
  it.each([
    ['lessThan', [true, false, false]],
    ['lessThanInclusive', [true, true, false]],
    ['greaterThan', [false, false, true]],
    ['greaterThanInclusive', [false, true, true]],
  ] as const)('%s 3 holds of 2, 3 and 4 as %j, and never of a number that is not there', async (operator, answers) => {
    for (const [index, planningCallDelayDays] of [2, 3, 4].entries())
      expect(await holds(delay(operator, 3), { planningCallDelayDays })).toBe(answers[index])

    expect(await holds(delay(operator, 3), {})).toBe(false)
  })

  it('compares words and lists of words', async () => {
    const to = (operator: string, value: unknown) => ({ fact: 'dischargedTo', operator, value })

    expect(await holds(to('equal', 'home'), {})).toBe(true)
    expect(await holds(to('equal', 'transfer'), {})).toBe(false)
    expect(await holds(to('notEqual', 'home'), {})).toBe(false)
    expect(await holds(to('notEqual', 'transfer'), {})).toBe(true)
    expect(await holds(to('in', ['transfer', 'home']), {})).toBe(true)
    expect(await holds(to('in', ['transfer']), {})).toBe(false)
    expect(await holds(to('notIn', ['transfer', 'home']), {})).toBe(false)
    expect(await holds(to('notIn', ['transfer']), {})).toBe(true)
  })

  it('of all needs each part, of any one of them', async () => {
    const yes = { fact: 'admissionNoticeSent', operator: 'equal', value: true }
    const no = { fact: 'planningCalled', operator: 'equal', value: true }

    expect(await holds({ all: [yes, yes] }, {})).toBe(true)
    expect(await holds({ all: [yes, no] }, {})).toBe(false)
    expect(await holds({ any: [no, yes] }, {})).toBe(true)
    expect(await holds({ any: [no, no] }, {})).toBe(false)
    expect(await holds({ all: [{ any: [no, yes] }, { all: [yes] }] }, {})).toBe(true)
  })

  it('with a word that is no operator of the language is refused', () => {
    const rule = aRule()
    const broken = { fact: 'openCare', operator: 'contains', value: 'un' } as const
    const statement = { id: 'broken', cites: '', text: { sv: '', en: '' } }
    const world = aWorld()

    expect(() =>
      evaluateByClosures({ ...rule, flags: [{ statement, condition: broken, holdsWhen: true }] }, world),
    ).toThrow(new TypeError('The operator contains is not part of the rule language'))
  })
})

describe('a verdict', () => {
  const called = { fact: 'planningCalled', operator: 'equal', value: true }
  const refused = { fact: 'servicesRefused', operator: 'equal', value: true }
  const rule = aRule({
    preconditions: [aPrecondition(called, 'not-called')],
    exclusions: [anExclusion(refused, 'refused')],
    flags: [anExclusion(refused, 'also-refused'), anExclusion(called, 'called')],
  })
  const idsOf = async (world: Partial<World>) => {
    const verdict = evaluateByClosures(rule, aWorld(world))
    expect(await evaluateByEngine(rule, aWorld(world))).toEqual(verdict)
    return [verdict.obstacles, verdict.flags].map((statements) => statements.map(({ id }) => id))
  }

  it('names failed preconditions, met exclusions and met flags, each in the order of the file', async () => {
    expect(await idsOf({})).toEqual([['not-called'], []])
    expect(await idsOf({ planningCalled: true })).toEqual([[], ['called']])
    expect(await idsOf({ servicesRefused: true })).toEqual([['not-called', 'refused'], ['also-refused']])
    expect(await idsOf({ planningCalled: true, servicesRefused: true })).toEqual([
      ['refused'],
      ['also-refused', 'called'],
    ])
  })

  it('cites the paragraph by its label', () => {
    expect(evaluateByClosures(rule, aWorld()).obstacles).toMatchObject([{ cites: 'The first paragraph' }])
  })
})

describe('the two evaluators', () => {
  const agree = async (rule: Rule, world: World) => {
    expect(await evaluateByEngine(rule, world)).toEqual(evaluateByClosures(rule, world))
  }

  it('agree on every condition of the language in every world', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCondition, { minLength: 1, maxLength: 3 }), anyWorld, async (conditions, world) => {
        for (const each of conditions) expect(condition.safeParse(each).success).toBe(true)
        const exclusions = conditions.map((when, index) => anExclusion(when, `met-${index}`))
        const preconditions = conditions.map((needed, index) => aPrecondition(needed, `failed-${index}`))

        await agree(aRule({ exclusions, preconditions }), world)
      }),
      { numRuns: runs(1_500) },
    )
  })

  it.each(shipped)('agree on $reference.agreement stage $reference.stage in every world', async (rule) => {
    await fc.assert(
      fc.asyncProperty(anyWorld, (world) => agree(rule, world)),
      { numRuns: runs(400) },
    )
  })
})
