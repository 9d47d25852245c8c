import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributedDays, type Delay } from '#domain/analysis/attributed-days.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { fraction } from '#domain/money/fraction.ts'
import { delayReason } from '#schemas/episode.ts'
import { theShippedCatalog } from '../../support/a-catalog.ts'
import { aRecordedEpisode, type ToldFacts } from '../../support/an-episode-facts.ts'
import { anyFactsIn } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const catalog = theShippedCatalog()
const inUmea = { region: '24', registeredMunicipality: '2480' }

/** Seven ready days from 10 to 16 May, of which the Act leaves the last four. */
const attributed = (delays: readonly Delay[], told: ToldFacts = {}) =>
  attributedDays(
    decideInBulk(catalog, aRecordedEpisode({ ...inUmea, ready: '2022-05-10 10:00:00', out: '2022-05-17', ...told })),
    delays,
  )

describe('the days of a stay', () => {
  it.each([
    [
      'before the first reason have none',
      [{ from: '2022-05-15', reason: 'aids' }],
      [
        ['not-recorded', 5, 2],
        ['aids', 2, 2],
      ],
    ],
    ['without a reason have none', [], [['not-recorded', 7, 4]]],
    ['have the reason that began before the notice', [{ from: '2022-05-01', reason: 'other' }], [['other', 7, 4]]],
    ['have none that begins with the discharge', [{ from: '2022-05-17', reason: 'other' }], [['not-recorded', 7, 4]]],
    [
      'change reason on its date, in whatever order they are told',
      [
        { from: '2022-05-14', reason: 'home-care' },
        { from: '2022-05-10', reason: 'aids' },
      ],
      [
        ['aids', 4, 1],
        ['home-care', 3, 3],
      ],
    ],
    [
      'come together under a reason that comes again',
      [
        { from: '2022-05-10', reason: 'aids' },
        { from: '2022-05-12', reason: 'other' },
        { from: '2022-05-16', reason: 'aids' },
      ],
      [
        ['aids', 3, 1],
        ['other', 4, 3],
      ],
    ],
    [
      'have the last of two reasons of a date',
      [
        { from: '2022-05-10', reason: 'aids' },
        { from: '2022-05-10', reason: 'other' },
      ],
      [['other', 7, 4]],
    ],
  ] as const)('%s', (_, delays, expected) => {
    const days = attributed(delays)

    expect(days.map(({ reason, readyDays, candidateDays }) => [reason, readyDays, candidateDays])).toEqual(expected)
  })

  it('are none where it does not count, or left on day zero', () => {
    expect(attributed([], { openCare: 'unclear' })).toEqual([])
    expect(attributed([], { out: '2022-05-10' })).toEqual([])
    expect(attributed([], { cancelled: true })).toEqual([])
  })
})

describe('the days of a month by reason', () => {
  const delays = fc.array(
    fc.record({
      from: fc.integer({ min: 1, max: 28 }).map((day) => `2022-05-${`${day}`.padStart(2, '0')}`),
      reason: fc.constantFrom(...delayReason.options),
    }),
    { maxLength: 4 },
  )
  const stays = fc.array(fc.tuple(anyFactsIn('2022-05'), delays), { maxLength: 8 })

  it.each([
    ['Västerbotten, where a joint group decides', '24', '2480'],
    ['Uppsala, under the Act', '03', '0380'],
    ['Stockholm, where the mean decides', '01', '0136'],
  ])('are together those of the liabilities in %s', (_, region, registeredMunicipality) => {
    fc.assert(
      fc.property(stays, (told) => {
        const recorded = told.map(([facts], index) => ({
          ...aRecordedEpisode({ region, id: `${index}` }),
          facts: { ...facts, registeredMunicipality },
        }))

        for (const { episodes, settlement } of liabilitiesOf(catalog, '2022-05', recorded)) {
          const days = episodes.flatMap((decided) => attributedDays(decided, told[Number(decided.id)]?.[1] ?? []))
          const [ready, candidates] = [days.map((each) => each.readyDays), days.map((each) => each.candidateDays)]
          const charged = [...settlement.individualPart.days.values()].map(({ n }) => Number(n))
          expect(sum(ready)).toBe(settlement.cohort.readyDays)
          expect(sum(candidates)).toBe(sum(charged))
          for (const each of days) expect(each.candidateDays).toBeLessThanOrEqual(each.readyDays)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('are in Jönköping those of the mean and of the long stays', () => {
    const recorded = [4, 9].map((ready, index) => ({
      ...aRecordedEpisode({
        region: '06',
        registeredMunicipality: '0680',
        id: `${index}`,
        ready: `2022-05-0${ready} 10:00:00`,
        out: '2022-05-15',
      }),
    }))

    const [liability] = liabilitiesOf(catalog, '2022-05', recorded)
    const days = liability?.episodes.map((decided) => attributedDays(decided, []))

    // 4 to 14 May are eleven, a long stay; 9 to 14 May are six, in the mean.
    expect(liability?.settlement).toMatchObject({ cohort: { readyDays: 6 }, individualPart: { episodes: 1 } })
    expect(liability?.settlement.individualPart.days.get(2022)).toEqual(fraction(11))
    expect(days).toEqual([
      [{ reason: 'not-recorded', readyDays: 11, candidateDays: 11 }],
      [{ reason: 'not-recorded', readyDays: 6, candidateDays: 0 }],
    ])
  })

  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
})
