import { describe, expect, it } from 'vitest'
import { parseRule } from '#agreements/parse-rule.ts'
import { aRuleText, placeIn } from '../../support/a-rule-text.ts'

const faultsIn = (yaml: string) => {
  const parsed = parseRule(yaml, '1')
  return parsed.ok ? [] : parsed.faults
}
const expectFault = (yaml: string, at: string, rule: string, reason = '') =>
  expect(faultsIn(yaml)).toMatchObject([
    { ...placeIn(yaml, at), rule, reason: { en: expect.stringContaining(reason) } },
  ])

const ACT = 'national/act-stage-1.v1.yaml'
const PSYCHIATRIC = 'stockholm/psychiatric-stage-1.v1.yaml'
const JONKOPING = 'jonkoping/agreement-stage-1.v1.yaml'
const VASTERBOTTEN = 'vasterbotten/agreement-stage-1.v1.yaml'

describe('a citation', () => {
  it.each([
    ['  unit: agreement#somatic', '  unit: agreement#nothing', 'unit: agreement#nothing', undefined],
    ['  unit: agreement#somatic', '  unit: nothing#somatic', 'unit: nothing#somatic', undefined],
    ['    cites: act#5-3', '    cites: act#9-9', 'cites: act#9-9', undefined],
    ['    cites: agreement#billing', '    cites: agreement#nothing', 'cites: agreement#nothing', undefined],
    ['    cites: routine#free-days', '    cites: routine#nothing', 'cites: routine#nothing', PSYCHIATRIC],
    ['      cites: transition#psychiatric-2018', '      cites: transition#none', 'cites: transition#none', ACT],
    ['    cites: agreement#start', '    cites: agreement#nothing', 'cites: agreement#nothing', JONKOPING],
  ])('%s that is changed to %s dangles', (written, otherwise, at, path) => {
    expectFault(aRuleText(written, otherwise, path), at, 'dangling-citation')
  })

  it('of a flag, an exclusion, a question or a text that is not computed dangles too', () => {
    for (const [written, otherwise] of [
      ['    cites: act#2-3', '    cites: act#none'],
      ['    cites: act#5-5', '    cites: act#none'],
      ['    cites: agreement#average', '    cites: act#none'],
      ['  - paragraph: ', '  - paragraph: act#none #'],
    ] as const) {
      const yaml = aRuleText(written, otherwise)

      expect(faultsIn(yaml)).toMatchObject([{ ...placeIn(yaml, otherwise.trimStart().replace(/^- /, '')) }])
    }
  })

  it.each([
    'unit',
    'liable',
    'careTypes',
    'inForce.from',
    'inForce.until',
    'clock.starts',
    'clock.days',
    'clock.periods',
    'amount',
    'parties',
    'fallback',
    'model.kind',
    'model.cohort.by',
    'model.cohort.dayZero',
    'model.cohort.leftOut',
    'model.level',
    'model.charge',
    'model.longStay',
  ])('is needed for %s', (parameter) => {
    const yaml = aRuleText('', '', JONKOPING).replace(new RegExp(`^  ${parameter}: [a-z]+#[a-z0-9-]+\n`, 'm'), '')

    expectFault(yaml, 'cites:\n  ', 'uncited-parameter', `${parameter} lacks`)
  })

  it.each(['model.freeDays', 'model.decidedBy', 'model.startIsPlaceholder'])('is needed for %s', (parameter) => {
    const yaml = aRuleText('', '', VASTERBOTTEN).replace(new RegExp(`^  ${parameter}: [a-z]+#[a-z0-9-]+\n`, 'm'), '')

    expectFault(yaml, 'cites:\n  ', 'uncited-parameter', `${parameter} lacks`)
  })

  it('is needed for a rounding', () => {
    const yaml = aRuleText('  charge: excess', '  charge: excess\n  rounding: { mean: 2, mode: half-up }')

    expectFault(yaml, 'cites:\n  parties', 'uncited-parameter', 'model.rounding lacks')
  })
})

describe('a reading', () => {
  it.each([
    '{ model.charge: nothing }',
    '{ model.discount: 3 }',
    '{ model.longStay.charge: beyond-limit }',
    '{ model.level: 2 }',
    '{ model.kind: individual }',
    '{ model.cohort.dayZero.deep: in-mean }',
  ])('that sets %s is refused', (set) => {
    expectFault(aRuleText('set: { model.charge: all-days }', `set: ${set}`), `set: ${set}`, 'reading-gives-no-model')
  })

  it('may not reach outside the model', () => {
    const yaml = aRuleText('set: { model.charge: all-days }', 'set: { unit: municipality }')

    expect(faultsIn(yaml)).toMatchObject([{ line: placeIn(yaml, 'set: { unit').line }])
  })
})

describe('a name', () => {
  const doubled = (yaml: string, id: string) => {
    const first = yaml.indexOf(`id: ${id}`)
    const place = placeIn(yaml.slice(first + 1), `id: ${id}`)
    const { line } = placeIn(yaml, `id: ${id}`)
    expect(faultsIn(yaml)).toMatchObject([{ line: line + place.line - 1, column: place.column, rule: 'name-doubled' }])
  }

  it('may not be given to two exclusions, nor to a flag and an exclusion', () => {
    doubled(aRuleText('id: open-care-unclear', 'id: open-care-unavailable'), 'open-care-unavailable')
    doubled(aRuleText('id: admission-notice-late', 'id: open-care-unclear'), 'open-care-unclear')
  })

  it('may not be given to a failed precondition and an exclusion', () => {
    doubled(aRuleText('id: open-care-unclear', 'id: planning-not-called'), 'planning-not-called')
  })
})

describe('the time of a rule', () => {
  it('does not end before it begins', () => {
    expectFault(aRuleText('until: 2020-10-31', 'until: 2019-12-31'), 'until: 2019-12-31\nunknown', 'ends-before-start')
    expect(faultsIn(aRuleText('until: 2020-10-31', 'until: 2020-01-01'))).toEqual([])
  })

  it('does not end before it begins in an exception or an unknown time either', () => {
    const exception = aRuleText('discharged: { from: 2018-01-01, until', 'discharged: { from: 2019-01-01, until', ACT)
    const unknown = aRuleText('    from: 2018-01-01\n', '    from: 2020-01-01\n')

    expect(faultsIn(exception)).toMatchObject([
      { line: placeIn(exception, 'discharged: {').line, rule: 'ends-before-start' },
    ])
    expectFault(unknown, 'until: 2019-12-31', 'ends-before-start')
  })

  it('may begin or end with an event', () => {
    expect(faultsIn(aRuleText('', '', PSYCHIATRIC))).toEqual([])
    expect(faultsIn(aRuleText('', '', 'stockholm/psychiatric-stage-2.v1.yaml'))).toEqual([])
  })

  it('has real dates', () => {
    const yaml = aRuleText('until: 2020-10-31', 'until: 2020-02-30')

    expect(faultsIn(yaml)).toMatchObject([{ ...placeIn(yaml, 'until: 2020-02-30') }])
  })
})

describe('a county', () => {
  it('goes with its parties', () => {
    expectFault(aRuleText('county: "01"\n', ''), 'schema: "1"', 'county-without-parties')
  })

  it('is not there without parties', () => {
    expectFault(
      aRuleText('careTypes: [somatic, psychiatric]', 'county: "01"\ncareTypes: [somatic, psychiatric]', ACT),
      'county: "01"',
      'county-without-parties',
    )
  })
})
