import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '#http/json-text.ts'

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

describe('JSON text', () => {
  test('without a hazard is what JavaScript reads', () => {
    const arbitrary = fc.json({ maxDepth: 5 }).filter((text) => !text.includes('__proto__') && text.isWellFormed())

    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(parseJson(text)).toEqual({ kind: 'value', value: JSON.parse(text) })
      }),
    )
  })

  test.each(['', ' ', '{', '{"a":1,}', 'undefined', "{'a':1}", '\ufeff{}', '[1] x', '"a\nb"'])(
    '%j is broken',
    (text) => {
      expect(parseJson(text)).toEqual({ kind: 'broken' })
    },
  )

  test.each([
    ['repeated-property', '{"a":1,"a":2}'],
    ['repeated-property', '{"a":1,"\\u0061":2}'],
    ['repeated-property', '[{"b":{"a":[],"c":{"a":1},"a":2}}]'],
    ['unknown-property', '{"__proto__":{"x":1}}'],
    ['unknown-property', '{"a":{"\\u005f_proto__":1}}'],
    ['broken-text', '{"a":"\\ud800"}'],
    ['broken-text', '{"\\udc00":1}'],
    ['broken-text', `{"a":"${'\ud800'}"}`],
    ['too-deep', nested(65)],
    ['too-deep', nested(200_000)],
    ['too-deep', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
  ])('is refused as %s', (rule, text) => {
    expect(parseJson(text)).toEqual({ kind: 'refused', rule })
  })

  test.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"a"}',
    '["a","a"]',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a\\\\":1,"a":2}',
    '"__proto__"',
    '"\\ud83d\\ude00"',
    nested(64),
  ])('%s is accepted', (text) => {
    expect(parseJson(text)).toEqual({ kind: 'value', value: JSON.parse(text) })
  })
})
