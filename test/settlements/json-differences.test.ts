import { expect, it } from 'vitest'
import { jsonDifferences } from '#functions/settlements/verification/json-differences.ts'

it.each([
  ['nothing where the keys stand in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, []],
  ['the value that differs', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', written: 1, computed: 2 }]],
  ['a part that one lacks', { a: 1 }, {}, [{ path: 'a', written: 1, computed: undefined }]],
  ['a part of another kind', { a: [] }, { a: '' }, [{ path: 'a', written: [], computed: '' }]],
  ['elements by their place', [1, 2], [1, 3], [{ path: '1', written: 2, computed: 3 }]],
  [
    'elements by their names, whatever stands between them',
    [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ],
    [{ id: 'b', n: 2 }],
    [
      { path: 'a', written: { id: 'a', n: 1 }, computed: undefined },
      { path: 'b.n', written: 1, computed: 2 },
    ],
  ],
  [
    'a second element of the same name',
    [{ year: 2022 }, { year: 2022 }],
    [{ year: 2022 }],
    [{ path: '2022#2', written: { year: 2022 }, computed: undefined }],
  ],
  [
    'the same elements in another order',
    [['a'], ['b']],
    [['b'], ['a']],
    [{ path: '', written: ['a', 'b'], computed: ['b', 'a'] }],
  ],
])('tells %s', (_, written, computed, expected) => {
  const found = jsonDifferences(written, computed)

  expect(found).toEqual(expected)
})
