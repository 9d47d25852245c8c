import { describe, expect, it } from 'vitest'
import { faultLine } from '#agreements/faults/file-fault.ts'
import { proveRule } from '#agreements/prove-rule.ts'
import { shipped, theRule } from '../support/a-catalog.ts'
import { aRuleText, placeIn } from '../support/a-rule-text.ts'

const STAGE_3 = 'stockholm/somatic-stage-3.v1.yaml'
const beside = { rules: shipped, events: [] }
const faultsIn = (yaml: string, more: Partial<Parameters<typeof proveRule>[2]> = {}) => {
  const proof = proveRule(yaml, () => '2', { ...beside, ...more })
  return proof.ok ? [] : proof.faults
}
const warningsOf = (yaml: string) => {
  const proof = proveRule(yaml, () => '2', beside)
  return proof.ok ? proof.warnings.map(({ rule, pointer }) => [rule, pointer]) : proof.faults
}

describe('an uploaded rule file', () => {
  it('must be of the agreement and the county that it is uploaded to', () => {
    const yaml = aRuleText('', '', STAGE_3)

    expect(faultsIn(yaml, { expected: { agreement: 'stockholm-somatic', region: '01' } })).toEqual([])
    expect(faultsIn(yaml, { expected: { agreement: 'another', region: '06' } })).toMatchObject([
      { ...placeIn(yaml, 'agreement: stockholm'), rule: 'agreement-not-of-path' },
      { ...placeIn(yaml, 'county: '), rule: 'county-not-own', suggestion: { en: 'Write county code 06.' } },
    ])
  })

  it('may not take the id of an agreement of another county', () => {
    const yaml = aRuleText('agreement: jonkoping', 'agreement: vasterbotten', 'jonkoping/agreement-stage-2.v1.yaml')

    expect(faultsIn(yaml).map(({ rule }) => rule)).toContain('agreement-of-another-county')
  })

  it('is not blamed for an overlap that is there without it', () => {
    const stage2 = theRule('stockholm-somatic', '2')
    const doubled = { ...stage2, reference: { ...stage2.reference, stage: '9' } }

    expect(faultsIn(aRuleText('', '', STAGE_3), { rules: [...shipped, doubled] })).toEqual([])
  })

  it('may end a stage in a version that supersedes an older one, and then leaves a hole', () => {
    const yaml = aRuleText('until: 2021-10-31', 'until: 2021-09-30', 'stockholm/somatic-stage-2.v1.yaml').replace(
      'on: 2021-10-31',
      'on: 2021-09-30',
    )

    expect(faultsIn(yaml)).toMatchObject([{ ...placeIn(yaml, 'inForce:'), rule: 'hole-between-stages' }])
  })

  it('may name the hole as a time that nobody knows the rule of', () => {
    const yaml = aRuleText('until: 2021-10-31', 'until: 2021-09-30', 'stockholm/somatic-stage-2.v1.yaml').replace(
      'fallback: act',
      `unknownPeriods:
  - { careTypes: [somatic], from: 2021-10-01, until: 2021-10-31, missing: a text, why: It is lost., cites: agreement#start }
fallback: act`,
    )

    expect(faultsIn(yaml).filter(({ rule }) => rule === 'hole-between-stages')).toEqual([])
  })

  it('is told what its rule gives where an example expects something else', () => {
    const yaml = aRuleText('average: "2.0000"', 'average: "2.1000"')

    expect(faultsIn(yaml)).toMatchObject([
      {
        line: placeIn(yaml, 'average: "2.1000"').line,
        rule: 'example-fails',
        reason: { en: 'The rule does not give what the example expects. It gives: 2.0000.' },
      },
    ])
  })

  it('has each fault on a line, in the language of its reader', () => {
    const [fault] = faultsIn(aRuleText('level: "2.0"', 'level: "2,0"'))

    expect(fault && faultLine('a.yaml', fault, 'en')).toMatch(
      /^a\.yaml:\d+:3 decimal-comma: The decimal number has a comma\. → Write a point, in quotes\.$/,
    )
    expect(fault && faultLine('a.yaml', fault, 'sv')).toContain('Decimaltalet har komma.')
  })

  it.each([
    ['fallback: act', 'fallbak: act', 'Was fallback meant?'],
    ['charge: excess', 'charge: exces', 'Was excess meant?'],
    ['periods: sum', 'periods: all-of-them-together', 'Write one of: sum, last.'],
  ])('with %s written as %s is told what may stand there', (written, otherwise, hint) => {
    expect(faultsIn(aRuleText(written, otherwise)).map(({ suggestion }) => suggestion.en)).toContain(hint)
  })
})

describe('an agreement that switches off what the Act demands', () => {
  it('is warned of missing open care', () => {
    const yaml = aRuleText('operator: equal, value: unclear', 'operator: equal, value: not-recorded', STAGE_3).replace(
      /^examples:[\s\S]*/m,
      'examples:\n  - { name: one, month: "2022-03", readyDays: [3], expect: { leftOut: 1 } }\n',
    )

    expect(warningsOf(yaml)).toEqual([['open-care-switched-off', '/exclusions']])
  })

  it('is warned of the admission notice and the planning call, citing what is open to agreement', () => {
    const yaml = aRuleText('', '', STAGE_3)
      .replace(/^preconditions:[\s\S]*?(?=^exclusions:)/m, 'preconditions: []\n')
      .replace(
        /^examples:[\s\S]*/m,
        'examples:\n  - { name: one, month: "2022-03", readyDays: [3], expect: { leftOut: 0 } }\n',
      )

    const proof = proveRule(yaml, () => '2', beside)

    expect(warningsOf(yaml)).toEqual([
      ['admission-notice-switched-off', '/preconditions'],
      ['planning-call-switched-off', '/preconditions'],
    ])
    expect(proof.ok && proof.warnings[0]?.reason.sv).toContain('4 kap. 5 § lag (2017:612)')
  })
})
