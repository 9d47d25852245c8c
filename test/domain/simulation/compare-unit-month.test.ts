import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worldsBetween } from '#agreements/differences/worlds.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { add, fraction, zero } from '#domain/money/fraction.ts'
import { type ComparedUnitMonth, compareUnitMonth } from '#domain/simulation/compare-unit-month.ts'
import { ruleFrom, shipped, theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aRuleText } from '../../support/a-rule-text.ts'
import { aRecordedEpisode } from '../../support/an-episode-facts.ts'
import { anyFactsIn } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const withLevel = (level: string): Rule =>
  ruleFrom({ path: 'revised', yaml: aRuleText('level: "2.0"', `level: "${level}"`) }, '2')

const compare = (
  catalog: Catalog,
  candidate: Rule,
  month: string,
  episodes: readonly RecordedEpisode[],
  region = '01',
) => compareUnitMonth(worldsBetween(catalog, candidate), month, region, episodes)

const readyFor = (days: number, id: string, facts = {}) =>
  aRecordedEpisode({ id, ready: '2020-03-02 10:00:00', out: `2020-03-0${2 + days}`, ...facts })

describe('a compared unit month', () => {
  it('is what is owed as it is, as it would be, and the difference by what makes it', () => {
    const episodes = [readyFor(2, 'a'), readyFor(3, 'b')]

    expect(compare(theShippedCatalog(), withLevel('1.5'), '2020-03', episodes)).toEqual([
      {
        municipality: '0162',
        district: undefined,
        month: '2020-03',
        was: { episodes: 2, days: fraction(1), ore: 820_000n, liable: true, missing: [] },
        is: { episodes: 2, days: fraction(2), ore: 1_640_000n, liable: true, missing: [] },
        delta: { days: fraction(1), ore: 820_000n },
        crossing: undefined,
        attribution: [{ parameter: 'model.level', days: fraction(1), ore: 820_000n }],
      },
    ])
  })

  it('tells who begins and who ceases to be liable', () => {
    const crossings = (level: string) =>
      compare(theShippedCatalog(), withLevel(level), '2020-03', [
        readyFor(2, 'a'),
        readyFor(3, 'b', { registeredMunicipality: '0180', registeredDistrict: '0180-farsta' }),
      ]).map(({ municipality, district, crossing }) => [municipality, district, crossing])

    expect(crossings('1.9')).toEqual([
      ['0162', undefined, 'becomes-liable'],
      ['0180', '0180-farsta', undefined],
    ])
    expect(crossings('3.0')).toEqual([
      ['0162', undefined, undefined],
      ['0180', '0180-farsta', 'no-longer-liable'],
    ])
  })

  it('has no difference while an amount is not known', () => {
    const [row] = compare(theShippedCatalog(), withLevel('1.5'), '2020-03', [
      readyFor(3, 'a', { planningNeeded: undefined }),
    ])

    expect(row?.was).toMatchObject({ days: undefined, ore: undefined, liable: undefined, missing: ['planning.needed'] })
    expect([row?.delta, row?.crossing, row?.attribution]).toEqual([undefined, undefined, undefined])
  })

  it('is of the region that is asked for', () => {
    const elsewhere = aRecordedEpisode({ id: 'b', region: '03' })

    expect(compare(theShippedCatalog(), withLevel('1.5'), '2020-03', [elsewhere])).toEqual([])
  })

  const newStages = [
    { region: '01', county: ['0162', '0180'], rule: theRule('stockholm-somatic', '1'), month: '2020-03' },
    { region: '01', county: ['0162', '0180'], rule: theRule('stockholm-somatic', '3'), month: '2022-03' },
    { region: '06', county: ['0680', '0642'], rule: theRule('jonkoping', '2'), month: '2020-03' },
    { region: '24', county: ['2480', '2482'], rule: theRule('vasterbotten'), month: '2022-03' },
  ]
  const anyCandidate = fc.oneof(
    fc.constantFrom(...newStages),
    fc
      .constantFrom('0', '1.3', '1.99', '3', '5')
      .map((level) => ({ region: '01', county: ['0162', '0180'], rule: withLevel(level), month: '2020-03' })),
  )
  const anyCase = anyCandidate.chain((candidate) =>
    fc.record({
      candidate: fc.constant(candidate),
      episodes: fc.array(
        fc.record({
          facts: anyFactsIn(candidate.month),
          registeredMunicipality: fc.constantFrom(...candidate.county, '0380'),
          registeredDistrict: fc.constantFrom('0180-farsta', '0180-bromma'),
          known: fc.constantFrom(true, true, true, false),
        }),
        { maxLength: 10 },
      ),
    }),
  )
  const recorded = ({ candidate, episodes }: typeof anyCase extends fc.Arbitrary<infer Case> ? Case : never) =>
    episodes.map(({ facts, known, ...place }, index) => {
      const planning = known && facts.planningNeeded === undefined ? { planningNeeded: false } : {}
      return aRecordedEpisode({ ...facts, ...place, ...planning, region: candidate.region, id: `e-${index}` })
    })

  const sumsIn = (catalog: Catalog, month: string, episodes: readonly RecordedEpisode[]) => {
    const sums = new Map<string, { days: ReturnType<typeof fraction> | undefined; ore: bigint | undefined }>()
    for (const { key, total } of liabilitiesOf(catalog, month, episodes)) {
      const unit = `${key.municipality} ${key.district}`
      const { days, ore } = sums.get(unit) ?? { days: zero, ore: 0n }
      sums.set(unit, {
        days: days && total.days && add(days, total.days),
        ore: ore === undefined || total.ore === undefined ? undefined : ore + total.ore,
      })
    }
    return sums
  }
  const unitOf = ({ municipality, district }: ComparedUnitMonth) => `${municipality} ${district}`

  it('is what is settled before and after, and its parts sum to the difference exactly', () => {
    fc.assert(
      fc.property(anyCase, (any) => {
        const { rule, month, region } = any.candidate
        const episodes = recorded(any)
        const rules = shipped.filter((other) => other !== rule)
        const rows = compare(theShippedCatalog({ rules }), rule, month, episodes, region)
        const before = sumsIn(theShippedCatalog({ rules }), month, episodes)
        const after = sumsIn(theShippedCatalog({ rules: [...rules, rule] }), month, episodes)

        expect(new Set(rows.map(unitOf))).toEqual(new Set([...before.keys(), ...after.keys()]))
        for (const row of rows) {
          const { was, is, delta, attribution } = row
          expect(was && { days: was.days, ore: was.ore }).toEqual(before.get(unitOf(row)))
          expect(is && { days: is.days, ore: is.ore }).toEqual(after.get(unitOf(row)))
          expect(attribution === undefined).toBe(delta === undefined)
          if (delta === undefined || attribution === undefined) continue
          expect(attribution.reduce((sum, { days }) => add(sum, days), zero)).toEqual(delta.days)
          expect(attribution.reduce((sum, { ore }) => sum + ore, 0n)).toBe(delta.ore)
        }
      }),
      { numRuns: runs(500) },
    )
  })
})
