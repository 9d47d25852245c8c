import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { explain } from '#domain/liability/explain.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf, liabilityId } from '#domain/liability/month.ts'
import { fraction } from '#domain/money/fraction.ts'
import { theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aRecordedEpisode } from '../../support/an-episode-facts.ts'
import { anyFactsIn } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const catalog = theShippedCatalog()
const settled = (episodes: readonly RecordedEpisode[], month = '2020-03') => liabilitiesOf(catalog, month, episodes)
const idsOf = (liabilities: readonly Liability[]) => liabilities.map(({ key }) => liabilityId(key))

describe('the liabilities of a month', () => {
  it('are one for each region, unit and rule version, in the order of their ids', () => {
    const liabilities = settled([
      aRecordedEpisode({ id: 'a' }),
      aRecordedEpisode({ id: 'b' }),
      aRecordedEpisode({ id: 'c', careType: 'psychiatric' }),
      aRecordedEpisode({ id: 'd', registeredMunicipality: '0380' }),
      aRecordedEpisode({ id: 'e', registeredMunicipality: '0180', registeredDistrict: '0180-farsta' }),
      aRecordedEpisode({ id: 'f', region: '06', registeredMunicipality: '0162' }),
    ])

    expect(idsOf(liabilities)).toEqual([
      '01~act~1.1~0380~2020-03',
      '01~stockholm-psychiatric~1.1~0162~2020-03',
      '01~stockholm-somatic~1.1~0162~2020-03',
      '01~stockholm-somatic~1.1~0180-farsta~2020-03',
      '06~act~1.1~0162~2020-03',
    ])
    expect(liabilities.map(({ episodes }) => episodes.map(({ id }) => id))).toEqual([
      ['d'],
      ['c'],
      ['a', 'b'],
      ['e'],
      ['f'],
    ])
  })

  it('hold nobody who is cancelled, still there or was never ready', () => {
    expect(
      settled([
        aRecordedEpisode({ cancelled: true }),
        aRecordedEpisode({ discharge: undefined }),
        aRecordedEpisode({ readiness: [] }),
      ]),
    ).toEqual([])
  })

  it('hold who is left out, with nothing to pay', () => {
    const [liability] = settled([aRecordedEpisode({ openCare: 'unclear' })])

    expect(liability).toMatchObject({
      settlement: { cohort: { episodes: 0, leftOut: 1 } },
      total: { days: fraction(0), ore: 0n },
    })
  })

  it('keep apart whose unit is not known, and let that stop no other unit', () => {
    const liabilities = settled([
      aRecordedEpisode({ id: 'nobody', registeredMunicipality: undefined }),
      aRecordedEpisode({ id: 'city', registeredMunicipality: '0180' }),
      aRecordedEpisode({ id: 'known', registeredMunicipality: '0180', registeredDistrict: '0180-farsta' }),
    ])

    expect(idsOf(liabilities)).toEqual([
      '01~stockholm-somatic~1.1~0180-farsta~2020-03',
      '01~stockholm-somatic~1.1~0180~2020-03',
      '01~undetermined~0.0~unknown~2020-03',
    ])
    expect(liabilities.map(({ key }) => key.unitKnown)).toEqual([true, false, false])
    expect(liabilities.map(({ bounds }) => bounds)).toEqual([undefined, undefined, undefined])
    expect(liabilities.map(({ total }) => total.days)).toEqual([fraction(1), undefined, undefined])
    expect(liabilities.map(({ missing }) => missing)).toEqual([
      [],
      ['patient.registeredDistrict'],
      ['patient.registeredMunicipality'],
    ])
  })

  it('compute nothing where the rule is not known, and name it', () => {
    const old = { ready: '2019-03-02 10:00:00', out: '2019-03-05' }
    const [liability] = settled(
      [aRecordedEpisode(old), aRecordedEpisode({ ...old, id: 'two', openCare: 'unclear' })],
      '2019-03',
    )

    expect(liability).toMatchObject({
      key: { municipality: '0162', rule: undefined, unitKnown: true },
      settlement: { cohort: { episodes: 0, readyDays: 0, dayZero: 0, leftOut: 0, undetermined: 2 } },
      total: { days: undefined, ore: undefined },
      missing: ['agreement stockholm 2018-2019'],
      alternatives: [],
    })
    expect(liability?.billing).toBeUndefined()
    expect(liability?.review).toBeUndefined()
    expect(liability?.price(2019)).toBeUndefined()
  })

  it('count who is left out without a municipality in the entry of the unknown', () => {
    const [liability] = settled([aRecordedEpisode({ registeredMunicipality: undefined, openCare: 'unclear' })])

    expect(liability?.settlement.cohort).toMatchObject({ leftOut: 1, undetermined: 0 })
  })

  it('gather the flags of their episodes, each once', () => {
    const late = { admissionNoticeDelayHours: 25 }
    const [liability] = settled([
      aRecordedEpisode({ id: 'a', ...late }),
      aRecordedEpisode({ id: 'b', ...late, openCare: 'unclear' }),
    ])

    expect(liability?.flags).toMatchObject([{ id: 'admission-notice-late' }])
  })
})

describe('a liability’s id', () => {
  const key = { region: '01', district: undefined, month: '2020-03', unitKnown: true }
  const rule = theRule('stockholm-somatic', '2')

  it('is its region, rule version, unit and month', () => {
    expect(liabilityId({ ...key, municipality: '0162', rule })).toBe('01~stockholm-somatic~2.1~0162~2020-03')
    expect(liabilityId({ ...key, municipality: '0180', district: '0180-bromma', rule })).toBe(
      '01~stockholm-somatic~2.1~0180-bromma~2020-03',
    )
    expect(liabilityId({ ...key, municipality: undefined, rule: undefined, unitKnown: false })).toBe(
      '01~undetermined~0.0~unknown~2020-03',
    )
  })
})

describe('a replay', () => {
  const asText = (liabilities: readonly Liability[]) =>
    JSON.stringify(
      liabilities.map((liability) => ({ ...liability, steps: explain(liability) })),
      (_, value) => {
        if (typeof value === 'bigint') return `${value}`
        return value instanceof Map ? [...value] : value
      },
    )
  const municipality = fc.constantFrom(undefined, '0162', '0180', '0380', '0680')
  const told = fc.record({
    facts: anyFactsIn('2020-03'),
    region: fc.constantFrom('01', '06'),
    registeredMunicipality: municipality,
    registeredDistrict: fc.constantFrom(undefined, '0180-farsta', '0180-alvsjo'),
  })
  const episodes = fc
    .array(told, { maxLength: 12 })
    .map((all) =>
      all.map(({ facts, region, ...place }, index) =>
        aRecordedEpisode({ ...facts, ...place, region, id: `e-${index}` }),
      ),
    )
  const shuffled = episodes.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )

  it('gives the same bytes for any order of the episodes', () => {
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        expect(asText(settled(again))).toBe(asText(settled(all)))
      }),
      { numRuns: runs(500) },
    )
  })

  it('puts every episode of the population in exactly one liability', () => {
    fc.assert(
      fc.property(episodes, (all) => {
        const placed = settled(all).flatMap((liability) => liability.episodes.map(({ id }) => id))

        expect(placed.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }),
      { numRuns: runs(500) },
    )
  })
})
