import { describe, expect, it } from 'vitest'
import { hiddenIn } from '#domain/statistics/protection/hidden-in.ts'
import type { ProtectedNode } from '#domain/statistics/protection/protected-node.ts'
import { leaf, nobodys, total } from '../../../support/protected-trees.ts'

const hidden = (root: ProtectedNode, threshold = 5): readonly string[] | undefined => {
  const found = hiddenIn(root, { threshold }, [])
  return found && [...found].toSorted()
}
const region = (...children: readonly ProtectedNode[]) => total('region', children)

describe('a small number', () => {
  it.each([
    [0, []],
    [1, ['A', 'B']],
    [4, ['A', 'B']],
    [5, []],
  ])('is hidden from one up to below the threshold: %i', (count, rows) => {
    expect(hidden(region(nobodys('A', count), nobodys('B', 20), nobodys('C', 30)))).toEqual(rows)
  })

  it('follows the threshold', () => {
    expect(hidden(region(nobodys('A', 7), nobodys('B', 20), nobodys('C', 30)), 8)).toEqual(['A', 'B'])
  })

  it('of one atom hides all of the row', () => {
    expect(hidden(region(nobodys('A', [20, 2]), nobodys('B', [30, 40]), nobodys('C', [50, 60])))).toEqual(['A', 'B'])
  })

  it('is hidden as a sum of atoms too', () => {
    const sum = { ...nobodys('A', [0, 9]), cells: [4] }

    expect(hidden(region(sum, nobodys('B', [30, 40]), nobodys('C', [50, 60])))).toContain('A')
  })

  it('is hidden where the row is said to be sensitive, but for zeros', () => {
    const rows = [{ ...nobodys('A', 12), sensitive: true }, { ...nobodys('B', 0), sensitive: true }, nobodys('C', 30)]

    expect(hidden(region(...rows))).toEqual(['A', 'C'])
  })
})

describe('a number hidden beside it', () => {
  it('is the smallest that is not zero', () => {
    const rows = [nobodys('A', 3), nobodys('B', 50), nobodys('C', 0), nobodys('D', 10), nobodys('E', 40)]

    expect(hidden(region(...rows))).toEqual(['A', 'D'])
  })

  // Of 2 and 3 hidden, and neither zero, each is from 1 to 4: three apart. With 4 hidden too the first is from 1 to 7.
  it('is needed until the hidden numbers, none of them zero, are five apart', () => {
    expect(hidden(region(nobodys('A', 2), nobodys('B', 3), nobodys('C', 30)))).toEqual(['A', 'B', 'C'])
    expect(hidden(region(nobodys('A', 2), nobodys('B', 3), nobodys('C', 4)))).toEqual(['A', 'B', 'C'])
    expect(hidden(region(nobodys('A', 3), nobodys('B', 4), nobodys('C', 30)))).toEqual(['A', 'B'])
  })

  it('is needed in every atom', () => {
    const rows = [nobodys('A', [3, 7]), nobodys('B', [20, 0]), nobodys('C', [30, 0]), nobodys('D', [40, 60])]

    // A gives 2 of the first atom and 6 of the second; with B there are two rows and 21 of the first.
    expect(hidden(region(...rows))).toEqual(['A', 'B'])
    expect(hidden(region(nobodys('A', [3, 5]), ...rows.slice(1)))).toEqual(['A', 'D'])
  })

  it('is not needed in an atom of which the region has none, and shows so', () => {
    expect(hidden(region(nobodys('A', [3, 0]), nobodys('B', [20, 0]), nobodys('C', [30, 0])))).toEqual(['A', 'B'])
  })

  it('is its own group’s, who would know the small one by it, so that there are three', () => {
    expect(hidden(region(leaf('A', 3), leaf('B', 10), leaf('C', 40), leaf('D', 50)))).toEqual(['A', 'B', 'C'])
  })

  it('counts once for a group that has two of the hidden rows', () => {
    const rows = [leaf('A', 3), leaf('B v1', 10, 'B'), leaf('B v2', 12, 'B'), leaf('C', 40), leaf('D', 50)]

    expect(hidden(region(...rows))).toEqual(['A', 'B v1', 'C'])
  })

  it('is the total where no others are enough, and then those are shown', () => {
    expect(hidden(region(leaf('A', 3), leaf('B', 40)))).toEqual(['A', 'region'])
  })
})

describe('a city', () => {
  const city = (...children: readonly ProtectedNode[]) => total('city', children, 'city')

  it('is shown where its districts protect each other', () => {
    const districts = [leaf('D1', 2), leaf('D2', 6), leaf('D3', 9), leaf('D4', 20)]

    expect(hidden(region(city(...districts), leaf('A', 30)))).toEqual(['D1', 'D2', 'D3'])
  })

  it('is hidden where they do not, with two municipalities that could have what it has', () => {
    const root = region(city(leaf('D1', 2), leaf('D2', 6)), leaf('A', 30), leaf('B', 40), leaf('C', 50))

    expect(hidden(root)).toEqual(['A', 'B', 'D1', 'city'])
  })

  it('that is hidden for a municipality has districts hidden, or it would be their sum', () => {
    const root = region(city(nobodys('D1', 30), nobodys('D2', 40)), nobodys('A', 2), nobodys('B', 100))

    expect(hidden(root)).toEqual(['A', 'B', 'D1', 'city'])
  })

  it('is not what a total leaves of those that are shown, to everyone or to a municipality', () => {
    const hiddenCity = { ...total('city', [nobodys('D1', 20), nobodys('D2', 30)]), sensitive: true }

    expect(hidden(region(hiddenCity, nobodys('A', 40), nobodys('B', 50)))).toEqual(['A', 'D1', 'city'])
    expect(hidden(region(hiddenCity, leaf('A', 40), leaf('B', 50), leaf('C', 60)))).toEqual(['A', 'B', 'D1', 'city'])
  })

  it('hides no more where the whole region is small', () => {
    expect(hidden(region(city(leaf('D1', 2), leaf('D2', 0)), leaf('A', 1)))).toEqual(['A', 'D1', 'city', 'region'])
  })
})

describe('the rows of a tree', () => {
  it('are hidden the same in whatever order they come', () => {
    const rows = [3, 10, 10, 10, 2, 0, 44].map((count, at) => leaf(`M${at}`, count))

    expect(hidden(region(...rows.toReversed()))).toEqual(hidden(region(...rows)))
  })

  it('must add up, and have names of their own', () => {
    expect(() => hidden({ ...region(leaf('A', 3)), atoms: [4] })).toThrow('The rows of region do not add up to it')
    expect(() => hidden(region(leaf('A', 3), leaf('A', 4)))).toThrow('Two rows have the same name')
  })
})
