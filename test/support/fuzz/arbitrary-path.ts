import fc from 'fast-check'
import { often, type Vocabulary } from './arbitrary-of-schema.ts'
import { MARKER, oddText } from './odd-values.ts'

/** Texts for the path that are encoded badly, twice, or to lead elsewhere. */
const badlyEncoded = [
  ...['%', '%zz', '%ff', '%c3', '%00', '%2f', '%252e%252e%252f', '..', '.', '%2e%2e', '..%2f..%2fetc', '%25', '%u0041'],
  ...[
    `%0d%0a${MARKER}`,
    `a/${MARKER}`,
    '%ed%a0%80',
    '%f0%9f%92%a9',
    '+',
    ';a=b',
    'a%20b',
    '%7e',
    '%25'.repeat(900),
    '//',
  ],
]

type Params = Readonly<Record<string, string>>

/** A path of a route with its parameters filled in, as it stands in a request: ids that exist, odd ones and bad encodings. */
export const pathOf = (template: string, vocabulary: Vocabulary, params: Params = {}): fc.Arbitrary<string> => {
  const parts = template.split('/').map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? fc.constant(part) : segment(vocabulary[name] ?? [], params[name])
  })
  return fc.tuple(...parts).map((filled) => filled.join('/'))
}

const segment = (others: readonly string[], usual?: string): fc.Arbitrary<string> => {
  const known = usual === undefined ? others : often(usual, others)
  const made = fc.stringMatching(/^([0-9]{2}~)?[a-z0-9][a-z0-9.-]{0,12}(~[a-z0-9.-]{1,8}){0,4}$/)
  const altered = fc.tuple(
    known.length > 0 ? fc.constantFrom(...known) : made,
    fc.nat(40),
    fc.constantFrom('', '~', '%', '0', 'Å'),
  )
  return fc.oneof(
    { weight: 12, arbitrary: known.length > 0 ? fc.constantFrom(...known) : made },
    { weight: 1, arbitrary: made },
    { weight: 1, arbitrary: altered.map(([text, at, put]) => encoded(text.slice(0, at) + put + text.slice(at + 1))) },
    { weight: 1, arbitrary: oddText.map(encoded) },
    { weight: 1, arbitrary: fc.constantFrom(...badlyEncoded) },
  )
}

/** A text percent-encoded as a client would, whatever it holds. */
export const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())
