import { describe, expect, it } from 'vitest'
import { compileRule } from '#agreements/compile-rule.ts'
import { predecessorOf } from '#agreements/differences/predecessor.ts'
import { worldsBetween } from '#agreements/differences/worlds.ts'
import { ruleFaults } from '#agreements/faults/rule-faults.ts'
import { ruleInForce } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { fraction } from '#domain/money/fraction.ts'
import { ruleFrom, shipped, theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aRuleText } from '../../support/a-rule-text.ts'

const without = (...gone: readonly Rule[]) =>
  theShippedCatalog({ rules: shipped.filter((rule) => !gone.includes(rule)) })

const parametersOf = (worlds: ReturnType<typeof worldsBetween>) => worlds.map(({ change }) => change?.parameter)

const revised = (...changes: readonly (readonly [string, string])[]): Rule => {
  const yaml = changes.reduce((text, [was, is]) => text.replace(was, is), aRuleText())
  return ruleFrom({ path: 'revised', yaml }, '2')
}

describe('the predecessor', () => {
  const [first, second, third] = ['1', '2', '3'].map((stage) => theRule('stockholm-somatic', stage))

  it('is the newest version of the stage', () => {
    expect(predecessorOf(theShippedCatalog(), revised())).toBe(first)
  })

  it('is the stage in force just before the first day, where the stage is new', () => {
    expect(predecessorOf(without(third as Rule), third as Rule)).toBe(second)
  })

  it('is the Act, where the agreement is new', () => {
    const ofStockholm = [first, second, third] as readonly Rule[]

    expect(predecessorOf(without(...ofStockholm), first as Rule)).toBe(theRule('act'))
  })

  it('of a stage that waits for an event is the one before its earliest day', () => {
    const waiting = theRule('stockholm-psychiatric', '2')

    expect(predecessorOf(without(waiting), waiting)).toBe(theRule('stockholm-psychiatric', '1'))
  })
})

describe('the worlds', () => {
  it('change one parameter at a time, and end with the candidate', () => {
    const candidate = revised(
      ['level: "2.0"', 'level: "1.5"'],
      ['charge: excess', 'charge: all-days'],
      ['shipped: excess', 'shipped: all-days'],
      ['{ reading: all-days, set: { model.charge: all-days } }', '{ reading: excess, set: { model.charge: excess } }'],
    )
    const catalog = theShippedCatalog()
    const worlds = worldsBetween(catalog, candidate)

    expect(parametersOf(worlds)).toEqual([undefined, 'model.level', 'model.charge'])
    expect(worlds[0]?.catalog.rules).toEqual(catalog.rules)
    expect(worlds.at(-1)?.catalog.rules).toEqual([...catalog.rules, candidate])
    expect(worlds[1]?.change?.text.sv).toBe('Nivån ändras från 2,0 till 1,5 dagar.')
    const half = worlds[1]?.catalog.rules.at(-1)
    expect(half?.reference).toBe(candidate.reference)
    expect(half?.file.model).toMatchObject({ level: '1.5', charge: 'excess' })
  })

  it('hold valid rules that govern in the place of the candidate', () => {
    const candidate = theRule('jonkoping', '2')
    const worlds = worldsBetween(without(candidate), candidate).slice(1)

    expect(worlds.length).toBeGreaterThan(1)
    for (const { catalog } of worlds) {
      const rule = catalog.rules.at(-1) as Rule
      expect(ruleFaults(rule.file)).toEqual([])
      expect(compileRule(rule.file, rule.reference).obstacles).toEqual(rule.obstacles)
      const question = { region: '06', municipality: '0680', careType: 'somatic', dischargedOn: '2020-03-01' } as const
      expect(ruleInForce(catalog, question)).toMatchObject({ known: true, rule: { reference: candidate.reference } })
    }
  })

  it('begin with when and to whom the rule applies, as one where half of it would be no valid rule', () => {
    const ofCounty = shipped.filter(({ file }) => file.county === '24')
    const [candidate] = ofCounty
    const worlds = worldsBetween(without(...ofCounty), candidate as Rule)

    expect(parametersOf(worlds)).toEqual([
      undefined,
      'inForce.from, unknownPeriods.--2017-12-31, county, parties',
      'model.kind',
      'billing',
    ])
    expect(worlds[1]?.change?.text.en).toContain('The county is added: 24.')
  })

  it('keep the level that was determined for the predecessor until the level changes', () => {
    const candidate = theRule('stockholm-somatic', '3')
    const value = fraction(9, 5)
    const determinations = [{ agreement: 'stockholm-somatic', stage: '2', value, source: 'the test' }]
    const worlds = worldsBetween({ ...without(candidate), determinations }, candidate)

    expect(parametersOf(worlds)).toEqual([undefined, 'inForce.from, inForce.until', 'model.level', 'billing'])
    expect(worlds[1]?.catalog.determinations).toContainEqual({ ...determinations[0], stage: '3' })
    expect(worlds.at(-1)?.catalog.determinations).toEqual(determinations)
  })

  it('are two where nothing that is computed changes', () => {
    const worlds = worldsBetween(theShippedCatalog(), revised(['etapp 1\n', 'den första etappen\n']))

    expect(parametersOf(worlds)).toEqual([undefined, 'version'])
  })

  it('begin without the candidate where it is already published', () => {
    const candidate = revised(['level: "2.0"', 'level: "1.5"'])
    const catalog = theShippedCatalog({ rules: [...shipped, candidate] })

    expect(parametersOf(worldsBetween(catalog, candidate))).toEqual([undefined, 'model.level'])
    expect(worldsBetween(catalog, candidate)[0]?.catalog.rules).toEqual(shipped)
  })
})
