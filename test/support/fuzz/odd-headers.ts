import fc from 'fast-check'
import { MARKER } from './odd-values.ts'

type Headers = Readonly<Record<string, string>>

/** Values of the headers that are looked at somewhere, right and wrong. */
const values: Readonly<Record<string, readonly string[]>> = {
  'if-match': [
    '*',
    '"1"',
    '1',
    'W/"1"',
    '',
    '"',
    '"1", "2"',
    `"${MARKER}"`,
    '"'.repeat(3_000),
    '"9999999999999999999999"',
  ],
  accept: ['application/json', 'application/yaml', '*/*', 'text/html;q=0.9', '', ';;;', MARKER, 'application/yaml;q=0'],
  'accept-language': [
    'en',
    'sv',
    'en-GB,en;q=0.9',
    '*',
    'en;q=2',
    ';q=,,',
    `${MARKER}-x`,
    'a,'.repeat(3_000),
    'sv;q=0,en;q=0',
  ],
  traceparent: [
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    '00-00000000000000000000000000000000-0000000000000000-00',
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    `00-${MARKER}`,
    '',
    '-'.repeat(3_000),
  ],
  'content-encoding': ['gzip', 'identity', ' IDENTITY ', 'br, gzip', MARKER, ''],
  range: ['bytes=0-0', 'bytes=-1', MARKER],
  'x-forwarded-for': ['::1', MARKER],
  'x-http-method-override': ['DELETE'],
  cookie: [`session=${MARKER}`, ';;==', '__proto__=1'],
  forwarded: ['for="[::1"'],
}

/** A few headers beside those that a route asks for. */
export const someHeaders: fc.Arbitrary<Headers> = fc
  .array(
    fc
      .constantFrom(...Object.keys(values))
      .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(values[name] ?? [])))),
    { maxLength: 4 },
  )
  .map((pairs) => Object.fromEntries(pairs))

/** What is said to be the media type of a body that should be of another. */
export const oddMediaType = fc.constantFrom<string | undefined>(
  ...[
    undefined,
    '',
    'text/plain',
    'application/json; charset=latin1',
    'application/json;charset="UTF8"',
    'APPLICATION/JSON',
  ],
  ...[
    'application/x-ndjson;charset=utf-16',
    'application/yaml; charset=',
    'application/x-www-form-urlencoded',
    ';',
    MARKER,
  ],
  ...[
    'application/json, application/json',
    'application/problem+json',
    'multipart/form-data; boundary=x',
    'a/b;'.repeat(900),
  ],
)

/** What is sent in place of a token. */
export const oddAuthorization = fc.constantFrom(
  ...['', 'Bearer', 'Bearer ', 'bearer x', `Bearer ${MARKER}`, 'Bearer a.b.c', 'Basic dGVzdDp0ZXN0', '.'.repeat(3_000)],
  'Bearer eyJhbGciOiJub25lIn0.eyJyZWdpb24iOiIwMSJ9.',
  'Bearer eyJhbGciOiJFUzI1NiIsImNyaXQiOlsieCJdfQ.e30.AAAA',
  `Bearer ${'eyJ'.repeat(2_000)}.e30.x`,
)
