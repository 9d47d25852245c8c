import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { type InForceAnswer, type Question, ruleInForce } from '#domain/agreement/in-force.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { counties } from '#schemas/reference/counties.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import { theShippedCatalog } from '../../support/a-catalog.ts'
import { runs } from '../../support/runs.ts'

const named = (answer: InForceAnswer): string =>
  answer.known ? `${answer.rule.reference.agreement} ${answer.rule.reference.stage}` : `missing ${answer.missing}`

const live = (on: string): Catalog =>
  theShippedCatalog({ events: [{ agreement: 'stockholm-psychiatric', event: 'psychiatric-it-support-live', on }] })

const ask = (question: Partial<Question> & { dischargedOn: string }, catalog = theShippedCatalog()): string =>
  named(ruleInForce(catalog, { region: '01', municipality: '0136', careType: 'somatic', ...question }))

describe('the rule in force for somatic care in Stockholm', () => {
  it.each([
    ['2017-12-31', 'missing older act 1990:1404'],
    ['2018-01-01', 'missing agreement stockholm 2018-2019'],
    ['2019-12-31', 'missing agreement stockholm 2018-2019'],
    ['2020-01-01', 'stockholm-somatic 1'],
    ['2020-10-31', 'stockholm-somatic 1'],
    ['2020-11-01', 'stockholm-somatic 2'],
    ['2021-10-31', 'stockholm-somatic 2'],
    ['2021-11-01', 'stockholm-somatic 3'],
    ['2099-12-31', 'stockholm-somatic 3'],
  ])('on %s is %s', (dischargedOn, expected) => {
    expect(ask({ dischargedOn })).toBe(expected)
  })
})

describe('the rule in force for psychiatric care in Stockholm', () => {
  const careType = 'psychiatric' as const

  it.each([
    ['2019-12-31', 'missing agreement stockholm 2018-2019'],
    ['2020-01-01', 'stockholm-psychiatric 1'],
    ['2021-07-01', 'stockholm-psychiatric 1'],
    ['2030-01-01', 'stockholm-psychiatric 1'],
  ])('on %s is %s while nothing is declared', (dischargedOn, expected) => {
    expect(ask({ careType, dischargedOn })).toBe(expected)
  })

  it.each([
    ['2020-05-04', '2021-07-01'],
    ['2021-06-29', '2021-07-01'],
    ['2021-06-30', '2021-07-01'],
    ['2021-07-01', '2021-08-01'],
    ['2021-07-31', '2021-08-01'],
    ['2021-08-01', '2021-09-01'],
    ['2021-12-15', '2022-01-01'],
  ])('with IT support declared live on %s is stage 2 from %s', (declared, from) => {
    const catalog = live(declared)

    expect(ask({ careType, dischargedOn: addDays(from, -1) }, catalog)).toBe('stockholm-psychiatric 1')
    expect(ask({ careType, dischargedOn: from }, catalog)).toBe('stockholm-psychiatric 2')
  })

  it('is not changed by the same event of another agreement', () => {
    const catalog = theShippedCatalog({
      events: [{ agreement: 'jonkoping', event: 'psychiatric-it-support-live', on: '2021-05-01' }],
    })

    expect(ask({ careType, dischargedOn: '2021-09-01' }, catalog)).toBe('stockholm-psychiatric 1')
  })
})

describe('the rule in force in Jönköping', () => {
  const there = { region: '06', municipality: '0680' }

  it.each([
    ['somatic', '2017-12-31', 'missing older act 1990:1404'],
    ['somatic', '2018-02-28', 'missing older act 1990:1404'],
    ['somatic', '2018-03-01', 'jonkoping 1'],
    ['somatic', '2018-12-31', 'jonkoping 1'],
    ['somatic', '2019-01-01', 'jonkoping 2'],
    ['psychiatric', '2018-01-01', 'missing older act 1990:1404'],
    ['psychiatric', '2018-02-28', 'missing older act 1990:1404'],
    ['psychiatric', '2018-03-01', 'act 1'],
    ['psychiatric', '2018-12-31', 'act 1'],
    ['psychiatric', '2019-01-01', 'jonkoping 2'],
  ] as const)('for %s care on %s is %s', (careType, dischargedOn, expected) => {
    expect(ask({ ...there, careType, dischargedOn })).toBe(expected)
  })
})

describe('the rule in force elsewhere', () => {
  it.each([
    ['24', '2480', '2021-12-31', 'act 1'],
    ['24', '2480', '2022-01-01', 'vasterbotten 1'],
    ['03', '0380', '2018-01-01', 'act 1'],
    ['03', '0380', '2017-12-31', 'missing older act 1990:1404'],
  ])('in county %s for %s on %s is %s', (region, municipality, dischargedOn, expected) => {
    for (const careType of ['somatic', 'psychiatric'] as const)
      expect(ask({ region, municipality, careType, dischargedOn })).toBe(expected)
  })

  it('is the Act for a patient whose municipality is no party, also where the parties’ own text is missing', () => {
    expect(ask({ municipality: '0380', dischargedOn: '2020-03-04' })).toBe('act 1')
    expect(ask({ municipality: '0380', dischargedOn: '2018-03-04' })).toBe('act 1')
    expect(ask({ municipality: '0180', region: '03', dischargedOn: '2020-03-04' })).toBe('act 1')
  })

  it('says whether the region’s own county has registered an agreement', () => {
    const registered = (region: string, municipality: string) =>
      ruleInForce(theShippedCatalog(), { region, municipality, careType: 'somatic', dischargedOn: '2020-03-04' })

    expect(registered('03', '0380')).toMatchObject({ agreementRegistered: false })
    expect(registered('24', '2480')).toMatchObject({ agreementRegistered: true })
    expect(registered('03', '0180')).toMatchObject({ agreementRegistered: true })
    expect(registered('01', '0136')).toMatchObject({ agreementRegistered: true })
  })

  it('is for any county, care type and day from 2018 exactly one, and from 2020 a known one', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2018-01-01', days))
    const events = fc.option(day, { nil: undefined })
    const region = fc.constantFrom(...Object.keys(counties))
    const municipality = fc.constantFrom(...Object.keys(municipalities))
    fc.assert(
      fc.property(region, municipality, day, events, (sender, anywhere, dischargedOn, declared) => {
        const catalog = declared === undefined ? theShippedCatalog() : live(declared)
        const own = Object.keys(municipalities).find((code) => code.startsWith(sender)) ?? anywhere
        for (const careType of ['somatic', 'psychiatric'] as const)
          for (const liable of [own, anywhere]) {
            const question = { region: sender, municipality: liable, careType, dischargedOn }
            const answer = ruleInForce(catalog, question)

            if (dischargedOn >= '2020-01-01') expect(answer.known).toBe(true)
            if (answer.known) expect([undefined, sender]).toContain(answer.rule.file.county)
            expect(ruleInForce({ ...catalog, rules: catalog.rules.toReversed() }, question)).toEqual(answer)
          }
      }),
      { numRuns: runs(2_000) },
    )
  })
})
