import { describe, expect, it } from 'vitest'
import { GONE, mutated, mutationsOf } from '#agreements/mutation/mutate-rule.ts'
import { anAverage, anExclusion, aRule, aRuleFile } from '../../support/a-rule.ts'

/** The changes at one place of a file, as what it could be instead. */
const changesAt = (place: string, changes: object = {}): readonly unknown[] =>
  mutationsOf(aRule({ ...changes }).file)
    .filter(({ path }) => path.join('.') === place)
    .map(({ is }) => is)

const cites = 'text#one'
const unknown = (from: string, until: string, careTypes = ['somatic']) => ({
  unknownPeriods: [{ careTypes, from, until, missing: 'another', why: 'Known.', cites }],
})
const individual = (exception: object = {}) => ({
  kind: 'individual',
  freeDays: 3,
  exceptions: [
    {
      id: 'longer',
      careTypes: ['somatic'],
      discharged: { from: '2019-06-01', until: '2019-12-31' },
      freeDays: 30,
      cites,
      ...exception,
    },
  ],
})
const determined = {
  measure: 'mean-ready-days',
  dayZero: 'included',
  from: '2020-01-01',
  until: '2020-10-31',
  decimals: 4,
  mode: 'half-up',
} as const

describe('a change to a rule file', () => {
  it.each([
    ['a first day', 'inForce.from', {}, ['2019-01-02', '2018-12-31']],
    [
      'a last day',
      'inForce.until',
      { inForce: { from: '2019-01-01', until: '2020-02-28' } },
      ['2020-02-29', '2020-02-27'],
    ],
    [
      'the earliest month of an event',
      'inForce.from.notBefore',
      { inForce: { from: { event: 'live', notBefore: '2021-07-01' } } },
      ['2021-08-01', '2021-06-01'],
    ],
    ['the care types covered', 'careTypes', { careTypes: ['somatic'] }, [[], ['somatic', 'psychiatric']]],
    ['each care type of two', 'careTypes', {}, [['psychiatric'], ['somatic']]],
    ['the unit', 'unit', {}, ['district']],
    ['a level', 'model.level', { model: anAverage({ level: '2.0' }) }, ['2.1', '1.9']],
    ['a level of two decimals', 'model.level', { model: anAverage({ level: '1.00' }) }, ['1.01', '0.99']],
    ['a level of nothing', 'model.level', { model: anAverage({ level: '0' }) }, ['1']],
    ['an own amount', 'amount.own', { amount: { own: '4277' } }, ['4278', '4276']],
    ['which readiness periods count', 'clock.periods', {}, ['last']],
    ['free days', 'model.freeDays', { model: individual() }, [4, 2]],
    [
      'the care types of an exception',
      'model.exceptions.0.careTypes',
      { model: individual() },
      [[], ['somatic', 'psychiatric']],
    ],
    [
      'the start of an exception',
      'model.exceptions.0.discharged.from',
      { model: individual() },
      ['2019-06-02', '2019-05-31'],
    ],
    [
      'the end of an exception',
      'model.exceptions.0.discharged.until',
      { model: individual() },
      ['2020-01-01', '2019-12-30'],
    ],
    [
      'the start of an unknown time',
      'unknownPeriods.0.from',
      unknown('2018-01-01', '2018-06-30'),
      ['2018-01-02', '2017-12-31'],
    ],
    ['an unknown time', 'unknownPeriods.0', unknown('2018-01-01', '2018-06-30'), [GONE]],
    [
      'day zero in a determination',
      'model.level.determined.dayZero',
      { model: anAverage({ level: { determined } }) },
      ['excluded'],
    ],
    [
      'the days of a determination',
      'model.level.determined.until',
      { model: anAverage({ level: { determined } }) },
      ['2020-11-01', '2020-10-30'],
    ],
    [
      'the decimals of a determination',
      'model.level.determined.decimals',
      { model: anAverage({ level: { determined } }) },
      [5, 3],
    ],
    [
      'a free day that is no public holiday',
      'clock.days.working.alsoFree',
      {
        clock: {
          ...aRuleFile.clock,
          days: { working: { holidays: 'sweden', alsoFree: ['saturday', 'christmas-eve'] } },
        },
      },
      [
        ['christmas-eve'],
        ['saturday'],
        ['saturday', 'christmas-eve', 'midsummer-eve'],
        ['saturday', 'christmas-eve', 'new-years-eve'],
      ],
    ],
    [
      'a number of a condition',
      'exclusions.0.when.value',
      { exclusions: [anExclusion({ fact: 'planningCallDelayDays', operator: 'greaterThan', value: 3 })] },
      [4, 2],
    ],
  ])('moves %s', (_, place, changes, others) => {
    expect(changesAt(place, changes)).toEqual(others)
  })

  it('is to no name, text, citation or event, to no one who signs and to no example', () => {
    const file = aRule({
      inForce: { from: { event: 'live', notBefore: '2021-07-01' } },
      exclusions: [anExclusion({ fact: 'servicesRefused', operator: 'equal', value: true })],
    }).file
    const touched = new Set(mutationsOf(file).map(({ path }) => path.join('.')))

    expect([...touched].sort()).toEqual([
      'amount.national',
      'billing.0',
      'billing.0.status',
      'careTypes',
      'clock.days',
      'clock.periods',
      'exclusions.0',
      'exclusions.0.when.operator',
      'exclusions.0.when.value',
      'inForce.from.notBefore',
      'model.charge',
      'model.cohort.dayZero',
      'model.cohort.leftOut',
      'model.level',
      'unit',
    ])
  })

  it('leaves the rest of the file as it is, and the file itself', () => {
    const { file } = aRule({ exclusions: [anExclusion({ fact: 'servicesRefused', operator: 'equal', value: true })] })
    const before = structuredClone(file)

    const withOtherLevel = mutated(file, { path: ['model', 'level'], was: '2.0', is: '2.1' })
    const withoutExclusion = mutated(file, { path: ['exclusions', 0], was: file.exclusions[0], is: GONE })
    const withoutCharge = mutated(file, { path: ['model', 'charge'], was: 'excess', is: GONE })

    expect(withOtherLevel).toEqual({ ...before, model: { ...before.model, level: '2.1' } })
    expect(withoutExclusion).toEqual({ ...before, exclusions: [] })
    expect(withoutCharge).toHaveProperty('model.level', '2.0')
    expect(withoutCharge).not.toHaveProperty('model.charge')
    expect(file).toEqual(before)
  })
})

describe('a change without effect', () => {
  it.each([
    ['the unit where no municipality has districts', 'unit', { county: '06' }, []],
    ['the day of the first billing', 'billing.0.from', {}, []],
    [
      'an exception from before the file',
      'model.exceptions.0.discharged.from',
      { model: individual({ discharged: { from: '2019-01-01', until: '2019-12-31' } }) },
      ['2019-01-02'],
    ],
    [
      'an exception until after the file',
      'model.exceptions.0.discharged.until',
      { inForce: { from: '2019-01-01', until: '2019-12-31' }, model: individual() },
      ['2019-12-30'],
    ],
    ['an unknown time into the file', 'unknownPeriods.0.until', unknown('2018-01-01', '2018-12-31'), ['2018-12-30']],
    ['an unknown time within the file', 'unknownPeriods.0.from', unknown('2019-06-01', '2019-06-30'), []],
  ])('is not tried: %s', (_, place, changes, others) => {
    expect(changesAt(place, changes)).toEqual(others)
  })

  it.each([
    ['the unit of the Act', 'unit', { county: undefined, parties: undefined }, ['district']],
    [
      'a later billing, by a month',
      'billing.1.from',
      { billing: [...aRuleFile.billing, { from: '2020-03-31', status: 'shadow', cites }] },
      ['2020-04-30', '2020-02-29'],
    ],
    [
      'an unknown time for a care type that the file lacks',
      'unknownPeriods.0.until',
      { careTypes: ['psychiatric'], ...unknown('2018-01-01', '2018-12-31') },
      ['2019-01-01', '2018-12-30'],
    ],
    [
      'an unknown time after the file',
      'unknownPeriods.0.until',
      { inForce: { from: '2018-01-01', until: '2018-05-31' }, ...unknown('2018-06-01', '2018-12-31') },
      ['2019-01-01', '2018-12-30'],
    ],
    [
      'an unknown time that an event may lay bare',
      'unknownPeriods.0.until',
      {
        inForce: { from: '2018-01-01', until: { event: 'end', notBefore: '2018-12-31' } },
        ...unknown('2018-06-01', '2018-12-30'),
      },
      ['2018-12-31'],
    ],
    [
      'an exception in a file that waits for an event',
      'model.exceptions.0.discharged.from',
      { inForce: { from: { event: 'live', notBefore: '2019-05-31' } }, model: individual() },
      ['2019-06-02', '2019-05-31'],
    ],
  ])('is not taken for one: %s', (_, place, changes, others) => {
    expect(changesAt(place, changes)).toEqual(others)
  })
})
