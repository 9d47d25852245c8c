import { describe, expect, it } from 'vitest'
import { hiddenIn } from '#domain/statistics/protection/hidden-in.ts'
import type { EarlierPattern, ProtectedNode } from '#domain/statistics/protection/protected-node.ts'
import { leaf, nobodys, published, total } from '../../../support/protected-trees.ts'

const hidden = (root: ProtectedNode, ...earlier: readonly EarlierPattern[]): readonly string[] | undefined => {
  const found = hiddenIn(root, { threshold: 5 }, earlier)
  return found && [...found].toSorted()
}
const region = (...children: readonly ProtectedNode[]) => total('region', children)
const nobodysRegion = (counts: Readonly<Record<string, number>>) =>
  region(...Object.entries(counts).map(([name, count]) => nobodys(name, count)))
const regionOf = (counts: Readonly<Record<string, number>>) =>
  region(...Object.entries(counts).map(([name, count]) => leaf(name, count)))

describe('a month that is published again', () => {
  it('hides the same where nothing has changed', () => {
    const was = regionOf({ A: 3, B: 10, C: 40, D: 50 })

    expect(hidden(was, published(was, 'A', 'B', 'C'))).toEqual(['A', 'B', 'C'])
  })

  it('keeps hidden what was hidden, however large it has become, or if nothing is left of it', () => {
    const was = published(regionOf({ A: 3, B: 10, C: 40, D: 50 }), 'A', 'B', 'C')

    expect(hidden(regionOf({ A: 20, B: 10, C: 40, D: 50 }), was)).toEqual(['A', 'B', 'C'])
    expect(hidden(regionOf({ A: 0, B: 10, C: 40, D: 50 }), was)).toEqual(['A', 'B', 'C'])
  })

  it('needs no more for a row that was hidden and is small now', () => {
    const was = published(regionOf({ A: 6, B: 10, C: 40, D: 50 }), 'A', 'B', 'C')

    expect(hidden(regionOf({ A: 4, B: 10, C: 40, D: 50 }), was)).toEqual(['A', 'B', 'C'])
  })

  // The region had 115 and has 114: who takes it that the others have not changed knows that A had 5 and has 4.
  it('does not hide a new small number behind rows that were shown and have not changed', () => {
    const was = published(regionOf({ A: 5, B: 20, C: 40, D: 50 }))

    expect(hidden(regionOf({ A: 4, B: 20, C: 40, D: 50 }), was)).toEqual(['A', 'region'])
  })

  it('hides it behind rows that have changed', () => {
    const was = published(regionOf({ A: 5, B: 20, C: 40, D: 50 }))

    expect(hidden(regionOf({ A: 4, B: 20, C: 41, D: 51 }), was)).toEqual(['A', 'C', 'D'])
  })

  it('does not hide a first small number of a municipality behind hidden rows that have not changed', () => {
    const was = published(regionOf({ A: 3, B: 10, C: 40, D: 50 }), 'A', 'B', 'C')

    expect(hidden(regionOf({ A: 3, B: 10, C: 40, D: 50, E: 2 }), was)).toEqual(['A', 'B', 'C', 'E', 'region'])
  })

  it('cannot be protected where the total that gives a number away was shown as it is', () => {
    const was = published(regionOf({ A: 5, B: 20, C: 40 }))

    // Whoever is B knows that what it has more A has less.
    expect(hidden(regionOf({ A: 4, B: 21, C: 40 }), was)).toBeUndefined()
  })

  // By itself each of the three is safe. A and B were 7, then A and another B 12, now another A and that B 8: with B at least 1,
  // A is at most 6; and it is at least 5, or the other B is at least 8 and nothing is left for the other A.
  it('does not give away by a third revision what two have hidden', () => {
    const first = published(nobodysRegion({ A: 6, B: 1, C: 30 }), 'A', 'B')
    const second = published(nobodysRegion({ A: 6, B: 6, C: 30 }), 'A', 'B')
    const third = nobodysRegion({ A: 2, B: 6, C: 30 })

    expect(hidden(third)).toEqual(['A', 'B'])
    expect(hidden(third, first, second)).toEqual(['A', 'B', 'region'])
  })

  // A was hidden with B and C; B changes and C changes, each in its own revision. What A has more came from one, then the other.
  it('lets a row stand in for another in another revision', () => {
    const first = published(nobodysRegion({ A: 3, B: 20, C: 1 }), 'A', 'B', 'C')

    expect(hidden(nobodysRegion({ A: 3, B: 1, C: 30 }), first)).toEqual(['A', 'B', 'C'])
  })

  // A and B are as they were shown at first. To who does not look there, A is hidden in 5 with B, which is nothing: from 1 to 5.
  it('is protected by itself too, where who compares knows it already', () => {
    const first = published(nobodysRegion({ A: 5, B: 0, C: 30, D: 40 }))
    const second = published(nobodysRegion({ A: 4, B: 21, C: 30, D: 40 }), 'A', 'B')

    expect(hidden(nobodysRegion({ A: 5, B: 0, C: 30, D: 40 }), first, second)).toEqual(['A', 'B', 'C'])
  })

  // The region is hidden and 49 twice, so what B and C have together is 46 twice: 42 and 4, if B is shown.
  it('reckons with a hidden total that has not changed', () => {
    const was = published(nobodysRegion({ A: 3, B: 40, C: 6 }), 'A', 'region')

    expect(hidden(nobodysRegion({ A: 3, B: 42, C: 4 }), was)).toEqual(['A', 'B', 'C', 'region'])
  })

  // D1 has not changed, nor has the hidden region: so D1 and D2 have 3 together now, since all else that has changed is shown.
  it('reckons with a hidden total above one that was shown, too', () => {
    const city = (D2: number) => total('city', [nobodys('D1', 2), nobodys('D2', D2), nobodys('D3', 50)])
    const was = published(region(city(40), nobodys('M', 30), nobodys('N', 3)), 'D1', 'D2', 'N', 'region')
    const now = region({ ...city(1), sensitive: true }, nobodys('M', 69), nobodys('N', 3))

    expect(hidden(now, was)).toEqual(['D1', 'D2', 'M', 'N', 'city', 'region'])
  })

  it('takes an atom that the region has none of any more to be zero in every row', () => {
    const was = published(region(nobodys('A', [3, 5]), nobodys('B', [20, 6]), nobodys('C', [30, 9])), 'A', 'B')
    const now = region(nobodys('A', [3, 0]), nobodys('B', [20, 0]), nobodys('C', [30, 0]))

    expect(hidden(now, was)).toEqual(['A', 'B'])
  })

  it('cannot be protected where a row that was hidden is there no more', () => {
    const was = published(regionOf({ A: 3, B: 10, C: 40, D: 50 }), 'A', 'B', 'C')

    expect(hidden(regionOf({ B: 10, C: 40, D: 50 }), was)).toBeUndefined()
  })
})
