import { describe, expect, it } from 'vitest'
import { ruleCalendar, type Segment } from '#agreements/calendar/rule-calendar.ts'
import { aCatalog, theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aRule, aRuleFile } from '../../support/a-rule.ts'

const told = (segment: Segment): string => {
  const { careType, from, until = '', basis } = segment
  const what = 'rule' in segment ? `${segment.rule.agreement} ${segment.rule.stage}.${segment.rule.version}` : ''
  const missing = 'missing' in segment ? segment.missing : ''
  return `${careType} ${from}–${until} ${basis} ${what}${missing}`
}

describe('the rule calendar of a county', () => {
  it('names the rule, the Act or what is missing for every day from 2018 on', () => {
    expect(ruleCalendar(theShippedCatalog(), '01').map(told)).toEqual([
      'somatic 2018-01-01–2019-12-31 unknown agreement stockholm 2018-2019',
      'somatic 2020-01-01–2020-10-31 agreement stockholm-somatic 1.1',
      'somatic 2020-11-01–2021-10-31 agreement stockholm-somatic 2.1',
      'somatic 2021-11-01– agreement stockholm-somatic 3.1',
      'psychiatric 2018-01-01–2019-12-31 unknown agreement stockholm 2018-2019',
      'psychiatric 2020-01-01– agreement stockholm-psychiatric 1.1',
    ])
  })

  it('follows what has been declared', () => {
    const events = [{ agreement: 'stockholm-psychiatric', event: 'psychiatric-it-support-live', on: '2022-02-10' }]

    const segments = ruleCalendar(theShippedCatalog({ events }), '01').map(told)

    expect(segments.slice(-2)).toEqual([
      'psychiatric 2020-01-01–2022-02-28 agreement stockholm-psychiatric 1.1',
      'psychiatric 2022-03-01– agreement stockholm-psychiatric 2.1',
    ])
  })

  it('has the older act, the Act and the agreement of Jönköping in their times', () => {
    expect(ruleCalendar(theShippedCatalog(), '06').map(told)).toEqual([
      'somatic 2018-01-01–2018-02-28 unknown older act 1990:1404',
      'somatic 2018-03-01–2018-12-31 agreement jonkoping 1.1',
      'somatic 2019-01-01– agreement jonkoping 2.1',
      'psychiatric 2018-01-01–2018-02-28 unknown older act 1990:1404',
      'psychiatric 2018-03-01–2018-12-31 act act 1.1',
      'psychiatric 2019-01-01– agreement jonkoping 2.1',
    ])
  })

  it('is the Act alone in a county without an agreement', () => {
    expect(ruleCalendar(theShippedCatalog(), '25').map(told)).toEqual([
      'somatic 2018-01-01– act act 1.1',
      'psychiatric 2018-01-01– act act 1.1',
    ])
  })

  it('tells municipalities apart that an agreement does not bind', () => {
    const parties = { ...aRuleFile.parties, municipalities: ['0114', '0136'] }
    const catalog = aCatalog([theRule('act'), aRule({ parties, careTypes: ['somatic'] })])

    const segments = ruleCalendar(catalog, '01').filter(({ careType }) => careType === 'somatic')

    expect(segments.map(told)).toEqual([
      'somatic 2018-01-01–2018-12-31 act act 1.1',
      'somatic 2019-01-01– agreement tested 1.1',
      'somatic 2018-01-01– act act 1.1',
    ])
    expect(segments.map(({ municipalities }) => municipalities.length).toSorted()).toEqual([2, 2, 24])
  })

  it('shows several rules that claim the same time', () => {
    const catalog = aCatalog([
      theRule('act'),
      aRule({ careTypes: ['somatic'] }),
      aRule({ stage: '2', careTypes: ['somatic'], inForce: { from: '2020-01-01' } }),
    ])

    const segments = ruleCalendar(catalog, '01').filter(({ careType }) => careType === 'somatic')

    expect(segments.map(({ basis, from }) => [basis, from])).toEqual([
      ['act', '2018-01-01'],
      ['agreement', '2019-01-01'],
      ['overlap', '2020-01-01'],
    ])
  })
})
