import { describe, expect, it } from 'vitest'
import { possibleRules } from '#domain/agreement/candidates.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { ruleInForce } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { counties } from '#schemas/reference/counties.ts'
import { aCatalog, theRule } from '../../support/a-catalog.ts'
import { aRule, aRuleFile } from '../../support/a-rule.ts'

const act = theRule('act')
const a = (stage: string, version: string, from: string, until?: string, changes: object = {}): Rule =>
  aRule({ stage, version, inForce: until === undefined ? { from } : { from, until }, ...changes })

const inForce = (rules: readonly Rule[], dischargedOn: string, asked: object = {}, changes: Partial<Catalog> = {}) => {
  const question = { region: '01', municipality: '0162', careType: 'somatic' as const, dischargedOn, ...asked }
  const answer = ruleInForce(aCatalog([act, ...rules], changes), question)
  if (!answer.known) return `missing ${answer.missing}`
  const { agreement, stage, version } = answer.rule.reference
  return agreement === 'act' ? 'act' : `${stage}.${version}`
}

describe('a later version of a stage', () => {
  const first = a('1', '1', '2020-01-01', '2020-12-31')
  const second = a('1', '2', '2020-06-01', '2020-12-31')

  it('supersedes the earlier one from its own first day', () => {
    expect(inForce([first, second], '2020-05-31')).toBe('1.1')
    expect(inForce([second, first], '2020-06-01')).toBe('1.2')
  })

  it('that begins on the same day supersedes by its number, and ten is above nine', () => {
    const versions = ['9', '10', '2'].map((version) => a('1', version, '2020-01-01'))

    expect(inForce(versions, '2020-01-01')).toBe('1.10')
    expect(inForce(versions.toReversed(), '2020-01-01')).toBe('1.10')
  })

  it('with a lower number but a later start supersedes too', () => {
    expect(inForce([a('1', '3', '2020-01-01'), a('1', '2', '2020-06-01')], '2020-06-01')).toBe('1.2')
  })

  it('that has ended revives no earlier one: the Act applies', () => {
    const short = a('1', '2', '2020-06-01', '2020-08-31')

    expect(inForce([first, short], '2020-08-31')).toBe('1.2')
    expect(inForce([first, short], '2020-09-01')).toBe('act')
  })

  it('that no longer covers a care type or a municipality leaves them to the Act', () => {
    const somaticOnly = a('1', '2', '2020-06-01', '2020-12-31', { careTypes: ['somatic'] })
    const withoutDanderyd = a('1', '2', '2020-06-01', '2020-12-31', {
      parties: { ...aRuleFile.parties, municipalities: ['0180'] },
    })

    expect(inForce([first, somaticOnly], '2020-06-01', { careType: 'psychiatric' })).toBe('act')
    expect(inForce([first, withoutDanderyd], '2020-05-31')).toBe('1.1')
    expect(inForce([first, withoutDanderyd], '2020-06-01')).toBe('act')
    expect(inForce([first, withoutDanderyd], '2020-06-01', { municipality: '0180' })).toBe('1.2')
  })

  it('that begins with an event is not there until the event is declared', () => {
    const eventful = a('1', '2', '2020-01-01', undefined, {
      inForce: { from: { event: 'ready-to-go', notBefore: '2020-06-01' } },
    })
    const declared = { events: [{ agreement: 'tested', event: 'ready-to-go', on: '2020-06-15' }] }

    expect(inForce([first, eventful], '2020-07-01')).toBe('1.1')
    expect(inForce([first, eventful], '2020-06-30', {}, declared)).toBe('1.1')
    expect(inForce([first, eventful], '2020-07-01', {}, declared)).toBe('1.2')
  })
})

describe('the parties of an agreement', () => {
  const rule = a('1', '1', '2020-01-01', undefined, {
    parties: { ...aRuleFile.parties, municipalities: ['0162', '0380'] },
  })

  it('are the municipalities named, wherever they lie', () => {
    expect(inForce([rule], '2020-03-04', { municipality: '0162' })).toBe('1.1')
    expect(inForce([rule], '2020-03-04', { municipality: '0380' })).toBe('1.1')
    expect(inForce([rule], '2020-03-04', { municipality: '0180' })).toBe('act')
  })

  it('are bound for the hospitals of their own region alone', () => {
    expect(inForce([rule], '2020-03-04', { region: '03', municipality: '0380' })).toBe('act')
  })
})

describe('stages', () => {
  it('that claim the same day are a fault', () => {
    const overlapping = [a('1', '1', '2020-01-01', '2020-06-30'), a('2', '1', '2020-06-30')]

    expect(inForce(overlapping, '2020-06-29')).toBe('1.1')
    expect(() => inForce(overlapping, '2020-06-30')).toThrow('Two rules claim 2020-06-30: tested')
    expect(inForce(overlapping, '2020-07-01')).toBe('2.1')
  })

  it('of two agreements that claim the same day are a fault', () => {
    const rivals = [a('1', '1', '2020-01-01'), a('1', '1', '2020-01-01', undefined, { agreement: 'rival' })]

    expect(() => inForce(rivals, '2020-03-04')).toThrow('Two rules claim 2020-03-04')
  })

  it('of two agreements may divide the care types', () => {
    const divided = [
      a('1', '1', '2020-01-01', undefined, { careTypes: ['somatic'] }),
      a('2', '1', '2020-01-01', undefined, { agreement: 'other', careTypes: ['psychiatric'] }),
    ]

    expect(inForce(divided, '2020-03-04')).toBe('1.1')
    expect(inForce(divided, '2020-03-04', { careType: 'psychiatric' })).toBe('2.1')
  })

  it('leave the days before the first and after the last to the Act', () => {
    const ended = [a('1', '1', '2020-01-01', '2020-06-30'), a('2', '1', '2020-07-01', '2020-12-31')]

    expect(inForce(ended, '2019-12-31')).toBe('act')
    expect(inForce(ended, '2021-01-01')).toBe('act')
  })
})

describe('a time whose rule is not known', () => {
  const rule = a('1', '1', '2020-01-01', undefined, {
    unit: 'district',
    unknownPeriods: [
      {
        careTypes: ['somatic'],
        from: '2019-01-01',
        until: '2019-12-31',
        missing: 'an older agreement',
        why: 'It is not here.',
        cites: 'text#one',
      },
    ],
  })

  it('is named, for the care types and days it holds', () => {
    expect(inForce([rule], '2018-12-31')).toBe('act')
    expect(inForce([rule], '2019-01-01')).toBe('missing an older agreement')
    expect(inForce([rule], '2019-12-31')).toBe('missing an older agreement')
    expect(inForce([rule], '2019-06-01', { careType: 'psychiatric' })).toBe('act')
    expect(inForce([rule], '2019-06-01', { municipality: '0380' })).toBe('act')
  })

  it('gives way to a rule that is in force', () => {
    const other = a('2', '1', '2019-06-01', '2019-12-31')

    expect(inForce([rule, other], '2019-05-31')).toBe('missing an older agreement')
    expect(inForce([rule, other], '2019-06-01')).toBe('2.1')
  })

  it('keeps the unit of its agreement', () => {
    const question = { region: '01', municipality: '0180', careType: 'somatic' as const, dischargedOn: '2019-06-01' }

    expect(ruleInForce(aCatalog([act, rule]), question)).toEqual({
      known: false,
      missing: 'an older agreement',
      unit: 'district',
    })
  })
})

describe('a catalog', () => {
  it('without the Act has no answer to give', () => {
    const question = { region: '03', municipality: '0380', careType: 'somatic' as const, dischargedOn: '2020-03-04' }

    expect(() => ruleInForce(aCatalog([]), question)).toThrow('No rule and no known gap for a discharge on 2020-03-04')
  })

  it('has, where the municipality is not known, every rule that some municipality would have', () => {
    const named = (rules: readonly Rule[], on = '2020-03-04') =>
      possibleRules(aCatalog([act, ...rules]), '01', 'somatic', on).map((answer) =>
        answer.known ? answer.rule.reference.agreement : answer.missing,
      )

    expect(named([])).toEqual(['act'])
    expect(named([a('1', '1', '2020-01-01')]).sort()).toEqual(['act', 'tested'])
    expect(
      named([a('1', '1', '2020-01-01', undefined, { parties: { ...aRuleFile.parties, municipalities: ['0191'] } })]),
    ).toEqual(['act', 'tested'])
    expect(named([a('1', '1', '2020-01-01')], '2017-06-01')).toEqual(['older act 1990:1404'])
  })

  it('has the Act among them in every county, for the patients from elsewhere', () => {
    for (const region of Object.keys(counties)) {
      const parties = { ...aRuleFile.parties, region }
      const catalog = aCatalog([act, aRule({ county: region, parties })])
      const answers = possibleRules(catalog, region, 'somatic', '2020-03-04')

      expect(answers.map((answer) => answer.known && answer.rule.reference.agreement).sort()).toEqual(['act', 'tested'])
    }
  })
})
