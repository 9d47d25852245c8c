import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { exactly } from '#domain/money/fraction.ts'
import { contested, counts, notContested } from '#domain/settlement/contested.ts'
import { theShippedCatalog } from '../../support/a-catalog.ts'
import { staysOf } from '../../support/stays-of.ts'

const catalog = theShippedCatalog()
const MONTH = '2022-05'

/** Where each model applies: long stays and every day of the mean, the excess over the mean, each stay by itself. */
const places = { jonkoping: '0680', stockholm: '0136', act: '0380' }

const monthOf = (episodes: readonly RecordedEpisode[]): Liability => {
  const [liability] = liabilitiesOf(catalog, MONTH, episodes)
  if (liability === undefined) throw new Error('The month has no episode that counts')
  return liability
}
const written = ({ days, ore }: Liability['total']) => ({ days: days && exactly(days), ore })
const nothing = { days: '0', ore: 0n }

describe('a contested month', () => {
  it.each(Object.entries(places))('of %s is what it is with the episode, and without it', (_, municipality) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (readyDays, pick) => {
          const episodes = staysOf(readyDays, municipality)
          const chosen = episodes[pick % episodes.length]
          const others = episodes.filter((episode) => episode !== chosen)

          const found = contested({ liability: monthOf(episodes), catalog }, [`${chosen?.region}~${chosen?.id}`])

          const withIt = monthOf(episodes).total
          const [withoutIt] = liabilitiesOf(catalog, MONTH, others)
          expect(written(found.with)).toEqual(written(withIt))
          expect(written(found.without)).toEqual(withoutIt === undefined ? nothing : written(withoutIt.total))
        },
      ),
    )
  })

  it.each(Object.entries(places))('of %s is the same as if a hospital had left the episode out', (_, municipality) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (readyDays) => {
        const episodes = staysOf(readyDays, municipality)
        const [first, ...others] = episodes
        if (first === undefined) return
        const leftOut = { ...first, facts: { ...first.facts, onlyRegionalOpenCare: true } }

        const { without } = contested({ liability: monthOf(episodes), catalog }, [`${first.region}~0`])

        expect(written(without)).toEqual(written(monthOf([leftOut, ...others]).total))
      }),
    )
  })

  // Jönköping: (3 + 4 + 0) ÷ 3 is over 2.0, so all 7 days and the long stay's 9: 16 × 9 300 kronor. Without the 4 the mean is 1.5.
  // Haninge: 7 − 3 × 1.3 = 3.1 days; without the 5 the mean is 1.0; without the 2 it is 2.5, and 5 − 2 × 1.3 = 2.4.
  // Uppsala, under the Act: 5 − 3 and 4 − 3 days, each by itself.
  it.each([
    { in: '0680', readyDays: [3, 4, 0, 9], number: 1, with: ['16', 148_800_00n], without: ['9', 83_700_00n] },
    { in: '0680', readyDays: [3, 4, 0, 9], number: 3, with: ['16', 148_800_00n], without: ['7', 65_100_00n] },
    { in: '0136', readyDays: [5, 2, 0], number: 0, with: ['31/10', 28_830_00n], without: ['0', 0n] },
    { in: '0136', readyDays: [5, 2, 0], number: 1, with: ['31/10', 28_830_00n], without: ['12/5', 22_320_00n] },
    { in: '0380', readyDays: [5, 4], number: 0, with: ['3', 27_900_00n], without: ['1', 9_300_00n] },
  ])('in $in with ready days $readyDays is as a calculator says without number $number', (told) => {
    const liability = monthOf(staysOf(told.readyDays, told.in))

    const found = contested({ liability, catalog }, [`${liability.key.region}~${told.number}`])

    expect([written(found.with).days, written(found.with).ore]).toEqual(told.with)
    expect([written(found.without).days, written(found.without).ore]).toEqual(told.without)
    expect(found.held.ore).toBe((found.with.ore ?? 0n) - (found.without.ore ?? 0n))
  })

  it('holds nothing where it would come to more without the episode', () => {
    const liability = monthOf(staysOf([5, 2, 0], '0136'))

    const { without, held } = contested({ liability, catalog }, ['01~2'])

    // Without day zero 7 − 2 × 1.3 = 4.4 days would be over the level, and 3.1 are.
    expect(written(without)).toEqual({ days: '22/5', ore: 40_920_00n })
    expect(written(held)).toEqual(nothing)
  })

  it('holds for several episodes what they come to together, not one after the other', () => {
    const liability = monthOf(staysOf([3, 4, 0], '0680'))

    const together = contested({ liability, catalog }, ['06~0', '06~1'])

    // Without either the mean is at most 2.0, and all 7 days go: they go once.
    expect(written(together.held)).toEqual({ days: '7', ore: 65_100_00n })
  })

  it('with an episode that cannot be decided holds what cannot be known', () => {
    const [open, ...others] = staysOf([3, 4], '0680')
    if (open === undefined) throw new Error('There are two stays')
    const { planningNeeded: _, ...unknown } = open.facts
    const liability = monthOf([{ ...open, facts: unknown }, ...others])

    const { held } = contested({ liability, catalog }, ['06~1'])

    expect(held).toEqual({ days: undefined, ore: undefined })
  })

  it('is nothing where nothing counts the episode', () => {
    const liability = monthOf(staysOf([3], '0680'))

    expect(counts(liability, '06~0')).toBe(true)
    expect(counts(liability, '06~other')).toBe(false)
    expect(written(notContested.held)).toEqual(nothing)
  })
})
