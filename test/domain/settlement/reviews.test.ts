import { describe, expect, it } from 'vitest'
import { isLiable, type Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { fraction } from '#domain/money/fraction.ts'
import type { Adjustment } from '#domain/settlement/adjustment.ts'
import { liabilityAnswer } from '#functions/liabilities/liability-answer.ts'
import { theShippedCatalog } from '../../support/a-catalog.ts'
import { aStay, four, may, on } from '../../support/reviewed-month.ts'

const catalog = theShippedCatalog()

const leftOut: Adjustment = {
  kind: 'left-out',
  episode: '24~four',
  leftOut: 'always',
  reason: { id: 'dispute-upheld', cites: '', text: { sv: 'Avtalat', en: 'Agreed' } },
}

const flagsOf = (liability: Liability) => liability.flags.map(({ id }) => id)

describe('the candidate days of a month', () => {
  it('wait while no one, or not everyone, is decided on', () => {
    for (const adjustments of [[], [on('four')], [on('unknown')]]) {
      const liability = may(adjustments)

      expect(liability).toMatchObject({ review: 'pending', total: { days: fraction(7), ore: 65_100_00n } })
      expect(isLiable(liability)).toBeUndefined()
    }
  })

  it.each([
    ['approved', [on('four'), on('three', { candidateDays: 3, days: 3 })], 7, 65_100_00n],
    ['approved and waived', [on('four'), on('three', { outcome: 'waive', candidateDays: 3, days: 0 })], 4, 37_200_00n],
    [
      'adjusted and waived',
      [on('four', { outcome: 'adjust', days: 1 }), on('three', { outcome: 'waive', candidateDays: 3, days: 0 })],
      1,
      9_300_00n,
    ],
    [
      'all waived',
      [on('four', { outcome: 'waive', days: 0 }), on('three', { outcome: 'adjust', candidateDays: 3, days: 0 })],
      0,
      0n,
    ],
  ] as const)('are owed as they are decided, when they are %s', (_, adjustments, days, ore) => {
    const liability = may(adjustments)

    expect(liability).toMatchObject({ review: 'decided', total: { days: fraction(days), ore }, bounds: undefined })
    expect(isLiable(liability)).toBe(days > 0)
    expect(liabilityAnswer(liability).individualPart.days).toBe(`${days}.00`)
  })

  it('are those that the latest decision leaves, in whatever order they are read', () => {
    const decisions = [
      on('four', { number: 1, outcome: 'waive', days: 0 }),
      on('four', { number: 2, outcome: 'adjust', days: 2 }),
    ]

    expect(may(decisions, [four]).total.ore).toBe(18_600_00n)
    expect(may(decisions.toReversed(), [four]).total.ore).toBe(18_600_00n)
  })

  it('are decided on anew once the episode has changed, and a flag says why', () => {
    const lapsed = may([on('four')], [{ ...four, revision: 2 }])

    expect(lapsed.review).toBe('pending')
    expect(flagsOf(lapsed)).toEqual(['start-is-placeholder', 'review-lapsed'])
    expect(flagsOf(may([on('four')], [four]))).toEqual(['start-is-placeholder', 'review-approved'])
  })

  it('are decided on anew once a rule makes others of the same revision', () => {
    expect(may([on('four', { candidateDays: 5, days: 5 })], [four]).review).toBe('pending')
  })

  it('are none of an episode that the parties leave out, whatever was decided of it', () => {
    const liability = may([on('four'), leftOut], [four])

    expect(liability).toMatchObject({ review: 'decided', total: { days: fraction(0), ore: 0n } })
    expect(flagsOf(liability)).toEqual(['start-is-placeholder'])
  })

  it('of two years cost what each year costs, the first ones when they are adjusted', () => {
    // Ready from the 27th, free to the 29th.
    const stay = aStay({ id: 'four', ready: '2022-12-27 10:00:00', out: '2023-01-03' })
    const january = (adjustments: readonly Adjustment[]) =>
      liabilitiesOf(catalog, '2023-01', [stay], adjustments).map(({ total }) => total.ore)

    // 30 and 31 December at 9 300, 1 and 2 January at 10 500.
    expect(january([on('four')])).toEqual([39_600_00n])
    expect(january([on('four', { outcome: 'adjust', days: 3 })])).toEqual([29_100_00n])
    expect(january([on('four', { outcome: 'adjust', days: 2 })])).toEqual([18_600_00n])
  })

  it('need no day amount once they are waived', () => {
    const stay = aStay({ id: 'four', ready: '2026-05-10 10:00:00', out: '2026-05-17' })
    const [waiting] = liabilitiesOf(catalog, '2026-05', [stay])
    const [waived] = liabilitiesOf(catalog, '2026-05', [stay], [on('four', { outcome: 'waive', days: 0 })])

    expect(waiting).toMatchObject({ missing: ['day-amount 2026'], total: { ore: undefined } })
    expect(waived).toMatchObject({ missing: [], total: { ore: 0n } })
  })

  it('stay within bounds that know what was decided, while something else is not known', () => {
    const open = aStay({ id: 'open', ready: '2022-05-10 10:00:00', out: '2022-05-15', planningNeeded: undefined })

    const { bounds, review } = may([on('four', { outcome: 'adjust', days: 1 })], [four, open])

    // One day is left of four; of the five of the other, two are beyond the three free ones.
    expect(review).toBe('pending')
    expect(bounds).toEqual({
      least: { days: fraction(1), ore: 9_300_00n },
      most: { days: fraction(3), ore: 27_900_00n },
    })
  })
})
