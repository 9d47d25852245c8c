import fc from 'fast-check'

/** Stands in values that are sent, and must never come back in a refusal or stand in the log. */
export const MARKER = 'markerad7741'

const nested = (levels: number): unknown => {
  let value: unknown = MARKER
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Texts that programs trip over: empty, long, of other scripts and directions, of broken Unicode, of paths, markup and formulas. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\u0000',
      `\u0000${MARKER}`,
      '\ud800',
      `${MARKER}\udfff`,
      '\u202e\u0634\u0631',
      'e\u0301\u0327',
      '\ufeff',
    ],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', '-0', '1e999', '0x10'],
    ...[
      '../../etc/passwd',
      '..%2f..%2f',
      `<script>${MARKER}</script>`,
      `=${MARKER}()`,
      "' OR 1=1 --",
      '{{x}}',
      '%s%n',
      '\r\nx: y',
    ],
    ...[
      '0000-01-01',
      '9999-12-31',
      '2023-02-29',
      '0000-01',
      '9999-12',
      '0001-01-01T00:00:00+23:59',
      '9999-12-31T23:59:59-23:59',
    ],
    ...['99', '0000', '9999', '0180-', '01~', '~', '~~~~', '01~~1~~', '0', '-1', '1.1', '99999.999999999', '٣', '１'],
    MARKER,
    MARKER.repeat(20),
    '٢٠٢٠-٠٣',
    '🧑‍⚕️'.repeat(7),
    'å'.repeat(300),
    '9'.repeat(400),
    '~'.repeat(500),
    '-'.repeat(3_000),
    'a'.repeat(70_000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 6 }),
)

/** Numbers beyond what is counted in. */
const oddNumber = fc.constantFrom(0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 36_601)

/** Values of any kind that no schema waits for. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: oddText },
  { weight: 2, arbitrary: oddNumber },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], { a: MARKER }, [[MARKER]]) },
  { weight: 1, arbitrary: fc.constantFrom(nested(40), nested(63), nested(64), nested(1_000), Array(1_001).fill(null)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)
