import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { Owed } from '#domain/liability/settle.ts'
import { compare, fraction } from '#domain/money/fraction.ts'
import { aCatalog } from '../../support/a-catalog.ts'
import { aMonth, readyFor, type Standing } from '../../support/a-month.ts'
import { anAverage, aRule } from '../../support/a-rule.ts'
import { anEpisodeFacts } from '../../support/an-episode-facts.ts'
import { anyAverage, anyFactsIn, anyIndividual } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

/** Every way to resolve the undetermined episodes, one by one. */
const resolutions = (episodes: readonly Standing[]): readonly (readonly Standing[])[] =>
  episodes.reduce<readonly (readonly Standing[])[]>(
    (before, episode) =>
      (episode.standing === 'undetermined' ? (['counted', 'left-out'] as const) : [episode.standing]).flatMap(
        (standing) => before.map((resolved) => [...resolved, { ...episode, standing }]),
      ),
    [[]],
  )

const extremes = (owed: readonly Owed[]) => {
  const days = owed.flatMap((each) => (each.days === undefined ? [] : [each.days])).sort(compare)
  const amounts = owed.flatMap(({ ore }) => (ore === undefined ? [] : [ore])).sort((a, b) => (a < b ? -1 : 1))
  return { days, amounts }
}

const isBounded = (rule: Rule, episodes: readonly Standing[], options: { month: string; catalog: Catalog }): void => {
  const { bounds } = aMonth(rule, episodes, options)
  const all = resolutions(episodes).map((resolved) => aMonth(rule, resolved, options).total)
  const { days, amounts } = extremes(all)

  expect([bounds?.least.days, bounds?.most.days]).toEqual([days.at(0), days.at(-1)])
  if (amounts.length === all.length)
    expect([bounds?.least.ore, bounds?.most.ore]).toEqual([amounts.at(0), amounts.at(-1)])
  else expect(bounds?.most.ore).toBeUndefined()
}

// A stay that ends in January 2021 has days at 1 000.00 in December and at 2 000.00 after.
const month = '2021-01'
const OPEN = process.env.DEEP === '1' ? 8 : 5
const standing = fc.constantFrom('counted' as const, 'left-out' as const, 'undetermined' as const)
const episodes = fc
  .array(fc.record({ facts: anyFactsIn(month), standing }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((each) => each.standing === 'undetermined'))
  .map((all) => {
    let open = 0
    return all.filter((each) => each.standing !== 'undetermined' || ++open <= OPEN)
  })

describe('the bounds of a month', () => {
  it('are the least and the most over every resolution of an average model, in days and in amount', () => {
    fc.assert(
      fc.property(anyAverage, episodes, (model, all) =>
        isBounded(aRule({ model }), all, { month, catalog: aCatalog([]) }),
      ),
      { numRuns: runs(2_000) },
    )
  })

  it('are the least and the most over every resolution of an individual model', () => {
    fc.assert(
      fc.property(anyIndividual, episodes, (model, all) =>
        isBounded(aRule({ model }), all, { month, catalog: aCatalog([]) }),
      ),
      { numRuns: runs(1_000) },
    )
  })

  it('have no most amount where a year that may be charged has none', () => {
    const catalog = aCatalog([], { dayAmounts: [{ year: 2021, ore: 2_000_00n, source: 'the test' }] })
    fc.assert(
      fc.property(fc.oneof(anyAverage, anyIndividual), episodes, (model, all) =>
        isBounded(aRule({ model }), all, { month, catalog }),
      ),
      { numRuns: runs(1_000) },
    )
  })

  it('lie where few are counted as well as where many are', () => {
    const all = [...readyFor([3]), ...readyFor([5, 1, 9], 'undetermined')]

    expect(aMonth(aRule(), all).bounds).toEqual({
      least: { days: fraction(0), ore: 0n },
      most: { days: fraction(11), ore: 11_000_00n },
    })
  })

  it('can be least where more are counted', () => {
    expect(aMonth(aRule(), [...readyFor([6]), ...readyFor([0], 'undetermined')]).bounds).toEqual({
      least: { days: fraction(2), ore: 2_000_00n },
      most: { days: fraction(4), ore: 4_000_00n },
    })
  })

  it('are none where nothing is undetermined, the level is not known, or the unit is not', () => {
    const level = { determined: { ...DETERMINED } }
    const open = [...readyFor([4]), ...readyFor([1], 'undetermined')]

    expect(aMonth(aRule(), readyFor([4])).bounds).toBeUndefined()
    expect(aMonth(aRule({ model: anAverage({ level }) }), open).bounds).toBeUndefined()
    expect(aMonth(aRule({ model: anAverage({ level }) }), readyFor([0, 0], 'undetermined')).bounds).toEqual({
      least: { days: fraction(0), ore: 0n },
      most: { days: fraction(0), ore: 0n },
    })
  })

  it('look for the cheapest stays beside the shortest, where a resolved stay moves a rounded mean', () => {
    const model = anAverage({
      level: '0',
      charge: 'all-days',
      leftOut: 'counts-zero-days',
      rounding: { mean: 1, mode: 'half-up' },
      longStay: { moreThan: 3, charge: 'beyond-limit' },
    })
    const dayAmounts = [
      { year: 2020, ore: 100_00n, source: 'the test' },
      { year: 2021, ore: 2_000_00n, source: 'the test' },
    ]
    const open = ['2021-01-05 2021-01-09', '2020-12-27 2021-01-01', '2021-01-02 2021-01-22'].map((stay): Standing => {
      const [from, out] = stay.split(' ') as [string, string]
      return { standing: 'undetermined', facts: anEpisodeFacts({ ready: `${from} 09:00:00`, out }) }
    })

    isBounded(aRule({ model }), [...readyFor([1], 'counted', month), ...open], {
      month,
      catalog: aCatalog([], { dayAmounts }),
    })
  })
})

const DETERMINED = {
  measure: 'mean-ready-days',
  dayZero: 'included',
  from: '2020-01-01',
  until: '2020-10-31',
  decimals: 4,
  mode: 'half-up',
} as const
