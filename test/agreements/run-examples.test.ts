import { describe, expect, it } from 'vitest'
import { runExamples } from '#agreements/run-examples.ts'
import { anAverage, aRule } from '../support/a-rule.ts'

const faultsOf = (example: object, changes: object = {}) =>
  runExamples(aRule({ ...changes, examples: [{ name: 'tried', month: '2020-03', ...example }] }))
const actualOf = (expectation: string, expected: unknown, example: object, changes: object = {}) =>
  faultsOf({ ...example, expect: { [expectation]: expected } }, changes)[0]?.actual

describe('an example', () => {
  it('that the rule meets is no fault', () => {
    const expect_ = { episodes: 2, readyDays: '6', average: '3.0000', days: '2.00', amount: '2000.00', liable: true }

    expect(faultsOf({ readyDays: [0, 6], dayAmount: '1000', expect: expect_ })).toEqual([])
  })

  it('that the rule does not meet is told by its place, with what came instead', () => {
    const met = { name: 'met', month: '2020-03', readyDays: [], expect: { episodes: 0 } }
    const unmet = {
      name: 'not met',
      month: '2020-03',
      readyDays: [3],
      expect: { days: '9.00', episodes: 1, average: null },
    }

    expect(runExamples(aRule({ examples: [met, unmet] }))).toEqual([
      { example: 'not met', index: 1, expectation: 'average', expected: null, actual: '3.0000' },
      { example: 'not met', index: 1, expectation: 'days', expected: '9.00', actual: '1.00' },
    ])
  })

  it.each([
    ['dayZero', 9, 1],
    ['level', null, '2.0'],
    ['leftOut', 9, 0],
    ['undetermined', 9, 0],
    ['averageDays', '9.00', '1.00'],
    ['individualDays', '9.00', '0.00'],
    ['amount', '9.00', null],
    ['billing', 'suspended', 'active'],
    ['missing', ['nothing'], []],
    ['flags', ['nothing'], []],
    ['reasons', ['nothing'], []],
    ['alternatives', { charge: { 'all-days': '9.00' } }, {}],
  ])('can be wrong about %s', (expectation, expected, actual) => {
    expect(actualOf(expectation, expected, { readyDays: [0, 5] })).toEqual(actual)
  })

  it('may give its lists in any order, but not in part', () => {
    const exclusions = ['servicesRefused', 'onlyRegionalOpenCare'].map((fact) => ({
      id: fact === 'servicesRefused' ? 'refused' : 'open-care',
      cites: 'text#one',
      text: { sv: '.', en: '.' },
      when: { fact, operator: 'equal', value: true },
    }))
    const episodes = [
      { ready: '2020-03-02 10:00', out: '2020-03-05 10:00', servicesRefused: true, onlyRegionalOpenCare: true },
    ]
    const reasons = (expected: readonly string[]) =>
      faultsOf({ episodes, expect: { reasons: expected } }, { exclusions })

    expect(reasons(['open-care', 'refused'])).toEqual([])
    expect(reasons(['refused'])).toHaveLength(1)
    expect(reasons(['refused', 'other'])).toHaveLength(1)
  })

  it('may give only some readings of the open questions', () => {
    const openQuestions = [
      {
        id: 'charge',
        question: { sv: '?', en: '?' },
        cites: 'text#one',
        shipped: 'excess',
        alternatives: [
          { reading: 'all-days', set: { 'model.charge': 'all-days' } },
          { reading: 'none', set: { 'model.level': '9' } },
        ],
        closedBy: 'them',
      },
    ]

    expect(
      faultsOf({ readyDays: [5], expect: { alternatives: { charge: { 'all-days': '5.00' } } } }, { openQuestions }),
    ).toEqual([])
    expect(
      faultsOf({ readyDays: [5], expect: { alternatives: { charge: { none: '5.00' } } } }, { openQuestions }),
    ).toHaveLength(1)
  })

  it('knows a level only where it says what was determined', () => {
    const level = {
      determined: {
        measure: 'mean-ready-days',
        dayZero: 'included',
        from: '2020-01-01',
        until: '2020-10-31',
        decimals: 4,
        mode: 'half-up',
      },
    } as const
    const changes = { model: anAverage({ level }) }

    expect(actualOf('days', '9.00', { readyDays: [5] }, changes)).toBeNull()
    expect(actualOf('days', '9.00', { readyDays: [5], determined: '1.5' }, changes)).toBe('3.50')
  })
})

describe('an episode of an example', () => {
  it('is admitted three days before its notice, with everything sent the day after, and goes home', () => {
    const always = (fact: string, operator: string, value: unknown) => ({
      preconditions: [
        {
          id: 'holds',
          cites: 'text#one',
          text: { sv: '.', en: '.' },
          holds: { fact, operator, value },
          otherwise: { id: 'does-not', text: { sv: '.', en: '.' } },
        },
      ],
    })
    const plain = { readyDays: [3], expect: { leftOut: 0, readyDays: '3' } }

    for (const [fact, operator, value] of [
      ['admissionNoticeDelayHours', 'greaterThanInclusive', 24],
      ['admissionNoticeDelayHours', 'lessThanInclusive', 24],
      ['lengthOfStayEstimateSent', 'equal', true],
      ['planningNeeded', 'equal', false],
      ['planningCalled', 'equal', false],
      ['dischargedTo', 'equal', 'home'],
      ['careType', 'equal', 'somatic'],
      ['openCare', 'equal', 'not-recorded'],
    ] as const)
      expect(faultsOf(plain, always(fact, operator, value))).toEqual([])
  })

  it('may be one of several readiness periods, or an open stay that counts in nothing', () => {
    const readiness = [
      { ready: '2020-03-02 10:00', withdrawn: '2020-03-04 10:00' },
      { ready: '2020-03-06 10:00', out: '2020-03-09 10:00' },
    ]

    expect(faultsOf({ episodes: [{ readiness }], expect: { readyDays: '5' } })).toEqual([])
  })
})
