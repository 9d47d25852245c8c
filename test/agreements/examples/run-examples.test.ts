import { describe, expect, it } from 'vitest'
import { runExamples } from '#agreements/examples/run-examples.ts'
import { anAverage, aRule } from '../../support/a-rule.ts'

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

describe('a day of an example', () => {
  const actualOn = (on: string, more: object = {}, changes: object = {}) =>
    ['governs', 'missing'].map((expectation) => {
      const example = { name: 'tried', on, ...more, expect: { governs: true, missing: ['another'] } }
      const faults = runExamples(aRule({ ...changes, examples: [example] }))
      return faults.find((fault) => fault.expectation === expectation)?.actual ?? true
    })
  const unknownPeriods = [
    { careTypes: ['somatic'], from: '2018-01-01', until: '2018-12-31', missing: 'before', why: '?', cites: 'text#one' },
  ]

  it('lies in the time of a version or not', () => {
    const changes = { inForce: { from: '2019-01-01', until: '2019-12-31' } }
    const days = ['2018-12-31', '2019-01-01', '2019-12-31', '2020-01-01']

    expect(days.map((on) => actualOn(on, {}, changes)[0])).toEqual([false, true, true, false])
  })

  it('is one of the first care type unless another is said', () => {
    const changes = { careTypes: ['psychiatric'] }

    expect(actualOn('2020-03-01', {}, changes)[0]).toBe(true)
    expect(actualOn('2020-03-01', { careType: 'somatic' }, changes)[0]).toBe(false)
  })

  it('knows the events that it declares, and no others', () => {
    const changes = { inForce: { from: { event: 'ready-to-go', notBefore: '2020-01-01' } } }

    expect(actualOn('2020-03-01', {}, changes)[0]).toBe(false)
    expect(actualOn('2020-03-01', { events: { other: '2020-02-10' } }, changes)[0]).toBe(false)
    expect(actualOn('2020-03-01', { events: { 'ready-to-go': '2020-02-10' } }, changes)[0]).toBe(true)
    expect(actualOn('2020-03-01', { events: { 'ready-to-go': '2020-03-10' } }, changes)[0]).toBe(false)
  })

  it('names what is known to have applied where the version does not', () => {
    const changes = { unknownPeriods }

    expect(actualOn('2018-12-31', {}, changes)).toEqual([false, ['before']])
    expect(actualOn('2018-12-31', { careType: 'psychiatric' }, changes)).toEqual([false, []])
    expect(actualOn('2017-12-31', {}, changes)).toEqual([false, []])
    expect(actualOn('2018-12-31', {}, { unknownPeriods, inForce: { from: '2018-12-31' } })).toEqual([true, []])
  })
})

describe('a determination of an example', () => {
  const least = (changes: object = {}) => ({
    model: anAverage({
      level: {
        least: [
          {
            determined: {
              measure: 'mean-ready-days',
              dayZero: 'included',
              from: '2020-01-01',
              until: '2020-10-31',
              decimals: 4,
              mode: 'half-up',
              ...changes,
            },
          },
          '2.0',
        ],
      },
    }),
  })
  const determined = (population: readonly object[], changes: object = least()) =>
    runExamples(aRule({ ...changes, examples: [{ name: 'tried', population, expect: { determined: '999' } }] }))[0]
      ?.actual

  it('is the value that the determined level gets, with the decimals of its formula', () => {
    const population = [
      { out: '2020-01-01', readyDays: 0 },
      { out: '2020-10-31', readyDays: 4 },
      { out: '2020-10-31', readyDays: 4 },
      { out: '2020-11-01', readyDays: 99 },
    ]

    expect(determined(population)).toBe('2.6667')
    expect(determined(population, least({ decimals: 0 }))).toBe('3')
    expect(determined(population, least({ dayZero: 'excluded' }))).toBe('4.0000')
  })

  it('is null where no stay counts, or no level is to be determined', () => {
    expect(determined([])).toBeNull()
    expect(determined([{ out: '2020-03-01', readyDays: 1 }], {})).toBeNull()
    expect(determined([{ out: '2020-03-01', readyDays: 1 }], { model: { kind: 'individual', freeDays: 3 } })).toBeNull()
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
