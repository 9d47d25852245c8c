import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type Endpoint, endpoint } from '#http/endpoint.ts'
import type { Border, Limiting, Result } from '#http/exchange.ts'
import type { Reply } from '#http/reply.ts'
import type { Route } from '#http/route.ts'
import { aBorder, aCaller, anEvent, anInvocation, type EventDetails, jsonOf } from './an-event.ts'

const route = {
  method: 'PUT',
  path: '/v1/things/{thing}',
  scope: 'episodes:write',
  file: 'put-thing',
  summary: 'A thing',
  query: z.strictObject({
    month: z
      .string()
      .regex(/^[0-9-]+$/)
      .optional(),
  }),
  body: {
    mediaType: 'application/json',
    schema: z.strictObject({ name: z.string(), count: z.int().optional() }),
    maximumBytes: 100,
  },
  answers: { 200: z.unknown() },
} as const satisfies Route

const echo = endpoint(route, async (request) => ({
  status: 200,
  body: {
    thing: request.params.thing,
    month: request.query.month,
    name: request.body.name,
    sub: request.caller.sub,
    ifMatch: request.header('If-Match'),
    milliseconds: request.remainingMilliseconds(),
    text: { sv: 'Hej', en: 'Hello' },
  },
}))

const goodEvent: EventDetails = {
  headers: { authorization: 'Bearer good', 'content-type': 'application/json', 'if-match': '"1"' },
  pathParameters: { thing: '01~a' },
  query: 'month=2020-03',
  body: '{"name":"x"}',
}

const send = (
  { headers = {}, ...details }: EventDetails = {},
  {
    to = echo,
    border = aBorder(),
  }: { readonly to?: Endpoint<Border & Limiting>; readonly border?: Border & Limiting } = {},
): Promise<Result> =>
  to.bind(border)(anEvent({ ...goodEvent, ...details, headers: { ...goodEvent.headers, ...headers } }), anInvocation)

describe('a request that is right', () => {
  test('is answered with what was parsed of it', async () => {
    const result = await send()

    expect(result.statusCode).toBe(200)
    expect(jsonOf(result)).toEqual({
      thing: '01~a',
      month: '2020-03',
      name: 'x',
      sub: 'region-01',
      ifMatch: '"1"',
      milliseconds: 10_000,
      text: 'Hej',
    })
  })

  test('is answered as JSON that nobody keeps, in the language asked for', async () => {
    const result = await send({ headers: { 'accept-language': 'en' } })

    expect(result.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': 'en',
      'x-content-type-options': 'nosniff',
    })
    expect(jsonOf(result).text).toBe('Hello')
  })

  test('gets its trace back', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

    const result = await send({ headers: { traceparent } })

    expect(result.headers?.traceparent).toBe(traceparent)
  })

  test.each([
    ['a media type with a character set', { headers: { 'content-type': 'Application/JSON; charset="UTF-8"' } }],
    ['a body in base64', { body: Buffer.from('{"name":"x"}').toString('base64'), isBase64Encoded: true }],
    ['a path parameter in percent signs', { pathParameters: { thing: '01%7Ea' } }],
    ['a scheme in lower case', { headers: { authorization: 'bearer good' } }],
  ])('may have %s', async (_, details) => {
    const result = await send(details)

    expect(result.statusCode).toBe(200)
    expect(jsonOf(result)).toMatchObject({ thing: '01~a', name: 'x' })
  })
})

describe('a request that is wrong', () => {
  test.each<[string, number, string, EventDetails]>([
    ['no token', 401, 'not-authenticated', { headers: { authorization: '' } }],
    ['another scheme', 401, 'not-authenticated', { headers: { authorization: 'Basic good' } }],
    ['a refused token', 401, 'not-authenticated', { headers: { authorization: 'Bearer bad' } }],
    ['a path that cannot be decoded', 404, 'not-found', { pathParameters: { thing: '%E0%A4%A' } }],
    ['no media type', 415, 'unsupported-media-type', { headers: { 'content-type': '' } }],
    ['another media type', 415, 'unsupported-media-type', { headers: { 'content-type': 'text/plain' } }],
    [
      'another character set',
      415,
      'unsupported-media-type',
      { headers: { 'content-type': 'application/json; charset=latin1' } },
    ],
    ['a compressed body', 415, 'unsupported-media-type', { headers: { 'content-encoding': 'gzip' } }],
    ['a body too large', 413, 'too-large', { body: `{"name":"${'x'.repeat(100)}"}` }],
    ['a body too large in bytes only', 413, 'too-large', { body: `{"name":"${'å'.repeat(60)}"}` }],
    ['a body said to be small', 413, 'too-large', { body: 'x'.repeat(101), headers: { 'content-length': '1' } }],
    ['an empty body', 400, 'unreadable-body', { body: '' }],
    ['a blank body', 400, 'unreadable-body', { body: ' \n' }],
    ['broken JSON', 400, 'unreadable-body', { body: '{"name":' }],
    [
      'broken UTF-8',
      400,
      'unreadable-body',
      { body: Buffer.from([0x7b, 0xff]).toString('base64'), isBase64Encoded: true },
    ],
    ['JSON nested too deep', 422, 'invalid', { body: '['.repeat(50) + ']'.repeat(50) }],
    ['JSON of another shape', 422, 'invalid', { body: '[]' }],
    ['a prototype', 422, 'invalid', { body: '{"name":"x","__proto__":{}}' }],
    ['an unknown parameter', 422, 'invalid', { query: 'month=2020-03&colour=red' }],
    ['a prototype as parameter', 422, 'invalid', { query: '__proto__=1' }],
    ['a repeated parameter', 422, 'invalid', { query: 'month=2020-03&month=2020-04' }],
  ])('with %s is refused with %i', async (_, status, id, details) => {
    const result = await send(details)

    expect(result.statusCode).toBe(status)
    expect(result.headers?.['content-type']).toBe('application/problem+json')
    expect(jsonOf(result)).toMatchObject({ type: `urn:fristdag:problem:${id}`, status })
  })

  test('is described in the language asked for, under its trace', async () => {
    const headers = { 'accept-language': 'en', traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }

    const result = await send({ headers, body: '{"count":"1","more":1}' })

    expect(result.headers).toMatchObject({ 'content-language': 'en', traceparent: headers.traceparent })
    expect(jsonOf(result)).toEqual({
      type: 'urn:fristdag:problem:invalid',
      title: 'Not acceptable',
      status: 422,
      detail: 'One or more values cannot be accepted. See errors.',
      instance: 'urn:trace:4bf92f3577b34da6a3ce929d0e0e4736',
      errors: [
        { pointer: '/name', rule: 'missing', reason: 'A value is required.' },
        { pointer: '/count', rule: 'wrong-type', reason: 'The value has the wrong type.' },
        { pointer: '', rule: 'unknown-property', reason: 'There are one or more unknown properties here.' },
      ],
    })
  })

  test('has its parameters pointed at by name', async () => {
    const wrong = await send({ query: 'month=x' })
    const unknown = await send({ query: 'colour=red' })
    const repeated = await send({ query: 'month=1&month=1' })

    expect(jsonOf(wrong).errors).toMatchObject([{ pointer: '?month', rule: 'wrong-form' }])
    expect(jsonOf(unknown).errors).toMatchObject([{ pointer: '?', rule: 'unknown-parameter' }])
    expect(jsonOf(repeated).errors).toMatchObject([{ pointer: '?month', rule: 'repeated-parameter' }])
  })

  test('is told how to authenticate', async () => {
    const missing = await send({ headers: { authorization: '' } })
    const refused = await send({ headers: { authorization: 'Bearer bad' } })

    expect(missing.headers?.['www-authenticate']).toBe('Bearer')
    expect(refused.headers?.['www-authenticate']).toBe('Bearer error="invalid_token"')
  })

  test('without the scope is forbidden before its body is looked at', async () => {
    const border = aBorder({ ...aCaller, scopes: new Set(['episodes:read']) })

    const result = await send({ body: '{', headers: { 'content-type': 'text/plain' } }, { border })

    expect(result.statusCode).toBe(403)
    expect(result.headers?.['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="episodes:write"')
  })

  test('without a token is refused before anything else of it', async () => {
    const result = await send({ headers: { authorization: '', 'content-type': '' }, query: 'x=1', body: '{' })

    expect(result.statusCode).toBe(401)
  })
})

describe('an open route', () => {
  const open = endpoint(
    { method: 'GET', path: '/v1/open', file: 'get-open', summary: '', answers: { 200: null } } satisfies Route,
    async (): Promise<Reply> => ({
      status: 200,
      raw: { mediaType: 'application/yaml', text: 'a: 1\n' },
      headers: { etag: '"1"' },
    }),
  )

  test('looks at no token and answers its text as it is', async () => {
    const result = await send({ headers: { authorization: 'Bearer bad' }, query: '' }, { to: open })

    expect(result).toMatchObject({
      statusCode: 200,
      body: 'a: 1\n',
      headers: { 'content-type': 'application/yaml', etag: '"1"' },
    })
  })

  test('has no parameters', async () => {
    expect((await send({ query: 'a=1' }, { to: open })).statusCode).toBe(422)
  })
})

test('a route that touches patients shows nothing where it is composed without a log', async () => {
  const touching = endpoint({ ...route, patients: 'audit' }, async () => ({ status: 200, body: 'of a patient' }))
  // The compiler would refuse such a border.
  const bound = (touching as unknown as Endpoint<Border>).bind(aBorder())

  const result = await bound(anEvent(goodEvent), anInvocation)

  expect(result.statusCode).toBe(500)
  expect(result.body).not.toContain('of a patient')
})

test('an environment is made once, at the first request', async () => {
  let made = 0
  const handler = echo.bind(() => {
    made += 1
    return aBorder()
  })
  const before = made

  await handler(anEvent(goodEvent), anInvocation)
  await handler(anEvent(goodEvent), anInvocation)

  expect([before, made]).toEqual([0, 1])
})
