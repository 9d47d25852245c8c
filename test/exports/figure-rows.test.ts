import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { liabilitiesFrom, liabilityId } from '#domain/liability/month.ts'
import { sumOfCounts } from '#domain/statistics/counts.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { figureRows } from '#domain/statistics/figure-rows.ts'
import { ruleName, talliesOf } from '#domain/statistics/tally.ts'
import { unitLiabilityOf } from '#functions/exports/unit-liability.ts'
import { liabilityAnswer } from '#functions/liabilities/liability-answer.ts'
import { theShippedCatalog } from '../support/a-catalog.ts'
import { aRecordedEpisode } from '../support/an-episode-facts.ts'
import { anyFactsIn } from '../support/arbitrary-facts.ts'
import { runs } from '../support/runs.ts'

const catalog = theShippedCatalog()

const rowsOf = (month: string, episodes: readonly RecordedEpisode[]) => {
  const decided = episodes.map((episode) => decideInBulk(catalog, episode))
  const liabilities = liabilitiesFrom(catalog, month, decided)
  const found = liabilities.map((liability) => ({ kind: 'live', id: liabilityId(liability.key), liability }) as const)
  return {
    decided,
    liabilities,
    rows: figureRows(
      talliesOf(decided),
      found.flatMap((each) => unitLiabilityOf(catalog, each)),
    ),
  }
}

const homes = fc.constantFrom(
  { registeredMunicipality: '0136' },
  { registeredMunicipality: '0162' },
  { registeredMunicipality: '0380' },
  { registeredMunicipality: '0180', registeredDistrict: '0180-farsta' },
  { registeredMunicipality: '0180', registeredDistrict: '0180-skarpnack' },
  { registeredMunicipality: '0180', registeredDistrict: undefined },
  { registeredMunicipality: undefined },
)

/** A month of a region that has an average model for each care type, one that pools both, or candidates alone. */
const aMonth = fc
  .record({ region: fc.constantFrom('01', '06', '24'), month: fc.constantFrom('2018-05', '2020-10', '2022-05') })
  .chain(({ region, month }) =>
    fc.array(fc.tuple(anyFactsIn(month), homes, fc.nat(5)), { minLength: 1, maxLength: 40 }).map((stays) => ({
      month,
      episodes: stays.map(([facts, home, n], index): RecordedEpisode => {
        const { registeredMunicipality: _, ...own } = facts
        const told = { ...own, ...(n === 0 ? { readiness: [] } : {}), ...home }
        return aRecordedEpisode({ ...told, id: `e${index}`, region })
      }),
    })),
  )

const leavesOf = (rows: readonly FigureRow[], careType: FigureRow['careType']) =>
  rows.filter((row) => row.isUnit && row.careType === careType)

describe('the rows of a month', () => {
  it('sum from districts to the city, and from units to the region', () => {
    fc.assert(
      fc.property(aMonth, ({ month, episodes }) => {
        const { rows } = rowsOf(month, episodes)

        for (const careType of ['somatic', 'psychiatric', 'all'] as const) {
          const leaves = leavesOf(rows, careType)
          const region = rows.find(({ level, careType: of }) => level === 'region' && of === careType)
          const city = rows.find((row) => !row.isUnit && row.municipality === '0180' && row.careType === careType)
          expect(region?.counts).toEqual(sumOfCounts(leaves.map(({ counts }) => counts)))
          const districts = leaves.filter(({ level }) => level === 'district')
          if (city !== undefined) expect(city.counts).toEqual(sumOfCounts(districts.map(({ counts }) => counts)))
          else expect(districts).toEqual([])
        }
      }),
      { numRuns: runs(500) },
    )
  })

  it('hold every episode once, however it is decided', () => {
    fc.assert(
      fc.property(aMonth, ({ month, episodes }) => {
        const { rows } = rowsOf(month, episodes)

        const { counts } = rows.find(({ level, careType }) => level === 'region' && careType === 'all') ?? {}
        const { dayZero = 0, oneDayOrMore = 0, leftOut = 0, undetermined = 0, withoutNotice = 0 } = counts ?? {}
        expect(dayZero + oneDayOrMore + leftOut + undetermined + withoutNotice).toBe(episodes.length)
      }),
      { numRuns: runs(500) },
    )
  })

  it('tell of each liability what the API answers, on the row of its rule', () => {
    fc.assert(
      fc.property(aMonth, ({ month, episodes }) => {
        const { rows, liabilities } = rowsOf(month, episodes)

        for (const liability of liabilities.filter(({ key }) => key.rule !== undefined)) {
          const answer = liabilityAnswer(liability)
          const { municipality, district, rule } = liability.key
          const own = rows.filter(
            (row) =>
              row.isUnit &&
              row.municipality === municipality &&
              row.district === district &&
              ruleName(row.rule) === ruleName(rule?.reference) &&
              row.liability !== undefined,
          )
          expect(own).toHaveLength(1)
          const { n, mean, liable, days, amount } = own[0]?.liability ?? {}
          expect({ n, mean, liable, days, amount }).toEqual({
            n: answer.cohort.episodes,
            mean: answer.cohort.average,
            liable: answer.liable,
            days: answer.days,
            amount: answer.amount,
          })
          const { dayZero = 0, oneDayOrMore = 0, chargedApart = 0 } = own[0]?.counts ?? {}
          if (rule?.file.model.kind === 'average') expect(dayZero + oneDayOrMore - chargedApart).toBe(n)
        }
      }),
      { numRuns: runs(500) },
    )
  })

  it('sum what is owed, once, wherever all of it is known', () => {
    fc.assert(
      fc.property(aMonth, ({ month, episodes }) => {
        const { rows, liabilities } = rowsOf(month, episodes)

        const { liability } = rows.find(({ level, careType }) => level === 'region' && careType === 'all') ?? {}
        const answers = liabilities.filter(({ key }) => key.rule !== undefined).map(liabilityAnswer)
        const amounts = answers.map(({ amount }) => amount)
        if (answers.length === 0) expect(liability).toBeUndefined()
        else if (amounts.includes(null)) expect(liability?.amount).toBeNull()
        else
          expect(Number(liability?.amount)).toBeCloseTo(
            amounts.reduce((sum, each) => sum + Number(each), 0),
            2,
          )
        const units = rows.filter(({ isUnit, careType, rule }) => isUnit && careType === 'all' && rule === undefined)
        for (const { municipality, district, liability: sum } of units) {
          const own = answers.filter(
            (each) =>
              each.municipality === (municipality ?? null) &&
              each.district === (district ?? null) &&
              each.rule?.agreement.startsWith('stockholm'),
          )
          if (!own.some(({ amount }) => amount === null) && own.length > 0)
            expect(Number(sum?.amount)).toBeCloseTo(
              own.reduce((total, { amount }) => total + Number(amount), 0),
              2,
            )
        }
      }),
      { numRuns: runs(500) },
    )
  })

  it('are the same whatever the order of the episodes', () => {
    fc.assert(
      fc.property(aMonth, ({ month, episodes }) => {
        expect(rowsOf(month, episodes.toReversed()).rows).toEqual(rowsOf(month, episodes).rows)
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('a liability that pools both care types', () => {
  it('stands on the row of both, and the care types have counts alone', () => {
    const episodes = [
      aRecordedEpisode({
        id: 'a',
        region: '06',
        registeredMunicipality: '0680',
        ready: '2022-05-02 10:00',
        out: '2022-05-06',
      }),
      aRecordedEpisode({
        id: 'b',
        region: '06',
        registeredMunicipality: '0680',
        careType: 'psychiatric',
        ready: '2022-05-02 10:00',
        out: '2022-05-04',
      }),
    ]

    const own = rowsOf('2022-05', episodes).rows.filter(({ municipality }) => municipality === '0680')

    expect(own.map(({ careType, counts, liability }) => [careType, counts.readyDays, liability?.mean])).toEqual([
      ['somatic', 4, undefined],
      ['psychiatric', 2, undefined],
      ['all', 6, '3.0000'],
    ])
  })
})

describe('the city of Stockholm', () => {
  it('has a row for episodes whose district is not recorded', () => {
    const inCity = { registeredMunicipality: '0180', ready: '2022-05-02 10:00', out: '2022-05-06' }
    const { rows } = rowsOf('2022-05', [
      aRecordedEpisode({ id: 'a', ...inCity, registeredDistrict: '0180-farsta' }),
      aRecordedEpisode({ id: 'b', ...inCity }),
    ])

    const somatic = rows.filter(({ municipality, careType }) => municipality === '0180' && careType === 'somatic')
    expect(
      somatic.map(({ level, district, counts }) => [
        level,
        district,
        counts.dayZero + counts.oneDayOrMore,
        counts.undetermined,
      ]),
    ).toEqual([
      ['municipality', undefined, 1, 1],
      ['district', '0180-farsta', 1, 0],
      ['district', undefined, 0, 1],
    ])
  })
})
