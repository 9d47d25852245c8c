import { describe, expect, it } from 'vitest'
import { parseRule, sha256 } from '#agreements/parse-rule.ts'
import { aRuleText, placeIn } from '../support/a-rule-text.ts'

const faultsIn = (yaml: string) => {
  const parsed = parseRule(yaml, '1')
  return parsed.ok ? [] : parsed.faults
}

/** The faults of a text, each expected where a part of it first stands. */
const expectFault = (yaml: string, at: string, rule: string, pointer?: string) =>
  expect(faultsIn(yaml)).toMatchObject([{ ...placeIn(yaml, at), rule, ...(pointer === undefined ? {} : { pointer }) }])

describe('a rule file', () => {
  it('is a rule under the version it is given, known by the hash of its bytes', () => {
    const yaml = aRuleText()
    const parsed = parseRule(yaml, '7')

    expect(parsed.ok && parsed.rule.reference).toEqual({
      agreement: 'stockholm-somatic',
      stage: '1',
      version: '7',
      sha256: sha256(yaml),
    })
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it.each([
    ['county: "01"', 'county: 01', 'county'],
    ['stage: "1"', 'stage: 1', 'stage'],
    ['schema: "1"', 'schema: 1', 'schema'],
    ['level: "2.0"', 'level: 2.0', 'model/level'],
  ])('with %s written as %s is told to quote it', (written, otherwise, path) => {
    expectFault(aRuleText(written, otherwise), otherwise, 'not-quoted', `/${path}`)
  })

  it('with an unquoted municipality is told so at its place in the list', () => {
    const yaml = aRuleText('municipalities: all-in-county', 'municipalities: ["0114", 0180]')

    expect(faultsIn(yaml)).toMatchObject([{ line: placeIn(yaml, 'municipalities: ["0114"').line }])
  })

  it('with a municipality that is not there is told so', () => {
    const yaml = aRuleText('municipalities: all-in-county', 'municipalities: ["0114", "9999"]')

    expect(faultsIn(yaml)).toMatchObject([{ line: placeIn(yaml, 'municipalities: ["0114"').line }])
    expectFault(aRuleText('county: "01"', 'county: "02"'), 'county: "02"', 'unknown-county', '/county')
  })

  it('with a key outside the language is told its name and place', () => {
    const yaml = aRuleText('unit: district', 'unit: district\npriority: 3')

    expectFault(yaml, 'priority: 3', 'unknown-property', '')
  })

  it('with several keys outside the language is told of each', () => {
    const yaml = aRuleText('  charge: excess', '  charge: excess\n  discount: 1\n  bonus: 2')

    expect(faultsIn(yaml)).toMatchObject([
      { ...placeIn(yaml, 'discount: 1'), rule: 'unknown-property', pointer: '/model' },
      { ...placeIn(yaml, 'bonus: 2'), rule: 'unknown-property', pointer: '/model' },
    ])
  })

  it('with a key twice is told where it comes again', () => {
    const yaml = aRuleText('unit: district', 'unit: district\nunit: municipality')

    expectFault(yaml, 'unit: municipality', 'duplicate-key', '/unit')
  })

  it('with a part that is missing is told where it should have been', () => {
    expectFault(aRuleText('  charge: excess\n'), 'model:', 'missing-property', '/model/charge')
    expect(faultsIn('')).toMatchObject([{ line: 1, column: 1, rule: 'empty-file' }])
  })

  it('with a tab for indentation is told where it stands', () => {
    const yaml = aRuleText('clock:\n  starts', 'clock:\n\tstarts')

    expectFault(yaml, '\tstarts', 'tab')
  })

  it('with an alias is told to write the value out', () => {
    const yaml = aRuleText('unit: district', 'unit: &unit district').replace(
      'agreement: stockholm',
      'agreement: *unit #',
    )

    expect(faultsIn(yaml)).toMatchObject([
      { ...placeIn(yaml, '*unit'), line: placeIn(yaml, '*unit').line, rule: 'alias' },
      { ...placeIn(yaml, 'district\nliable'), rule: 'anchor' },
    ])
  })

  it.each(['!!str', '!money'])('with the tag %s is refused', (tag) => {
    const yaml = aRuleText('level: "2.0"', `level: ${tag} "2.0"`)

    expect(faultsIn(yaml)).toMatchObject([{ line: placeIn(yaml, tag).line, rule: 'tag' }])
  })

  it('with a second document is refused', () => {
    const yaml = `${aRuleText()}---\nschema: "1"\n`

    expect(faultsIn(yaml)).toMatchObject([{ ...placeIn(yaml, '---\nschema'), rule: 'second-document' }])
  })
})

describe('a condition in a rule file', () => {
  const holds = '{ fact: admissionNoticeSent, operator: equal, value: true }'
  const isRefused = (otherwise: string, at: string, rule: string, pointer: string) =>
    expectFault(aRuleText(holds, otherwise), at, rule, pointer)

  it.each([
    [
      '{ fact: admissionNoticeSent, operator: greaterThan, value: 1 }',
      'operator: greaterThan, value: 1',
      'operator-does-not-fit-fact',
      '/operator',
    ],
    [
      '{ fact: openCare, operator: lessThan, value: 1 }',
      'operator: lessThan, value: 1',
      'operator-does-not-fit-fact',
      '/operator',
    ],
    [
      '{ fact: planningCallDelayDays, operator: equal, value: 1 }',
      'operator: equal, value: 1',
      'operator-does-not-fit-fact',
      '/operator',
    ],
    ['{ fact: admissionNoticeSent, operator: equal, value: 7 }', 'value: 7', 'value-does-not-fit-fact', '/value'],
    ['{ fact: openCare, operator: equal, value: closed }', 'value: closed', 'value-does-not-fit-fact', '/value'],
    [
      '{ fact: openCare, operator: in, value: [unclear, closed] }',
      'value: [unclear, closed]',
      'value-does-not-fit-fact',
      '/value',
    ],
    ['{ fact: openCare, operator: in, value: unclear }', 'value: unclear }', 'value-does-not-fit-fact', '/value'],
  ])('such as %s is refused', (otherwise, at, rule, path) => {
    isRefused(otherwise, at, rule, `/preconditions/0/holds${path}`)
  })

  it.each([
    '{}',
    '{ fact: openCare, operator: equal }',
    '{ all: [{ fact: planningCalled, operator: equal, value: true }], fact: openCare }',
    '{ all: [{ fact: planningCalled, operator: equal, value: true }], any: [{ fact: planningCalled, operator: equal, value: true }] }',
  ])('such as %s is neither a group nor a comparison', (otherwise) => {
    isRefused(otherwise, `holds: ${otherwise}`, 'condition-is-all-any-or-one-comparison', '/preconditions/0/holds')
  })

  it.each(['{ all: [] }', '{ any: [] }'])('such as %s, which always or never holds, is refused', (otherwise) => {
    const yaml = aRuleText(holds, otherwise)

    expect(faultsIn(yaml)).toMatchObject([{ line: placeIn(yaml, otherwise).line }])
  })

  it.each(['not: { fact: planningCalled, operator: equal, value: true }', 'path: $.x', 'condition: named'])(
    'with %s says what the language leaves out',
    (key) => {
      const yaml = aRuleText(holds, `{ fact: admissionNoticeSent, operator: equal, value: true, ${key} }`)

      expect(faultsIn(yaml)).toMatchObject([
        {
          ...placeIn(yaml, key),
          rule: 'unknown-property',
          suggestion: { en: expect.stringContaining(`Conditions have no ${key.split(':')[0]}`) },
        },
      ])
    },
  )

  it('with an unknown fact or operator is refused at its place', () => {
    const unknownFact = aRuleText(holds, '{ fact: age, operator: equal, value: true }')
    const unknownOperator = aRuleText(holds, '{ fact: openCare, operator: contains, value: unclear }')

    expect(faultsIn(unknownFact)).toMatchObject([placeIn(unknownFact, 'fact: age')])
    expect(faultsIn(unknownOperator)).toMatchObject([placeIn(unknownOperator, 'operator: contains')])
  })
})
