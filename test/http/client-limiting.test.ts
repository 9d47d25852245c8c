import { expect, test } from 'vitest'
import type { Caller } from '#http/caller.ts'
import { endpoint } from '#http/endpoint.ts'
import type { Border, Limiting } from '#http/exchange.ts'
import type { Route } from '#http/route.ts'
import type { CountedWindow } from '#store/request-counts.ts'
import { aClientLimit } from '../support/a-client-limit.ts'
import { aBorder, aCaller, anEvent, anInvocation, jsonOf } from './an-event.ts'

const route = {
  method: 'GET',
  path: '/v1/things',
  scope: 'episodes:read',
  file: 'list-things',
  summary: '',
  answers: { 200: null },
} as const satisfies Route

const answering = async () => ({ status: 200, body: {} })
const things = endpoint(route, answering)
const heavy = endpoint({ ...route, file: 'search-things' }, answering)
const open = endpoint({ method: 'GET', path: '/v1/open', file: 'open', summary: '', answers: { 200: null } }, answering)

/** A border under a limit, with a clock that is set and a caller that is chosen. */
const aLimitedBorder = (limit: Pick<Limiting, 'clientLimits' | 'countRequest'> = aClientLimit(2)) => {
  const border = { ...aBorder(), ...limit, caller: aCaller, second: 0 }
  const at = (second: number) => new Date(Date.parse('2026-11-25T10:00:00Z') + second * 1000).toISOString()
  const limited: Border & Limiting = {
    ...border,
    now: () => at(border.second),
    verifyToken: async () => border.caller,
  }
  const send = async (to: typeof things | typeof heavy | typeof open = things, language = 'sv') => {
    const headers = { authorization: 'Bearer any', 'accept-language': language }
    return to.bind(limited)(anEvent({ headers }), anInvocation)
  }
  const statuses = async (count: number, to: typeof things | typeof heavy | typeof open = things) => {
    const answers = []
    for (let sent = 0; sent < count; sent += 1) answers.push((await send(to)).statusCode)
    return answers
  }
  return { border, send, statuses }
}

test('a client may send as many requests as its limit says, and the next is refused', async () => {
  const { statuses } = aLimitedBorder()

  expect(await statuses(4)).toEqual([200, 200, 429, 429])
})

test('who is refused is told until when, in both languages', async () => {
  const { border, send, statuses } = aLimitedBorder()
  border.second = 3.2
  await statuses(2)

  const refused = await send()
  border.second = 9.999
  const english = await send(things, 'en')

  expect(refused.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '7' })
  expect(jsonOf(refused)).toMatchObject({ type: 'urn:fristdag:problem:too-many-requests', title: 'För många anrop' })
  expect(english.headers).toMatchObject({ 'retry-after': '1' })
  expect(jsonOf(english)).toMatchObject({ status: 429, title: 'Too many requests' })
})

test('with the next window a client starts anew', async () => {
  const { border, statuses } = aLimitedBorder()
  await statuses(3)

  border.second = 10

  expect(await statuses(3)).toEqual([200, 200, 429])
})

test('a clock that is set back locks nobody out for longer than a window', async () => {
  const { border, send, statuses } = aLimitedBorder()
  border.second = 3605
  await statuses(3)

  border.second = 5

  expect(await statuses(3)).toEqual([200, 200, 429])
  expect(Number((await send()).headers?.['retry-after'])).toBe(5)
})

test.each<[string, Caller]>([
  ['another client of the same tenant', { ...aCaller, sub: 'region-01-second' }],
  ['a client of the same name of another region', { ...aCaller, tenant: { kind: 'region', region: '06' } }],
  ['one of a municipality', { ...aCaller, tenant: { kind: 'municipality', municipality: '0136' } }],
  ['one of an association with the code of the region', { ...aCaller, tenant: { kind: 'association', county: '01' } }],
])('a client that sends too much does not disturb %s', async (_, other) => {
  const { border, statuses } = aLimitedBorder()
  await statuses(3)

  border.caller = other

  expect(await statuses(3)).toEqual([200, 200, 429])
})

test('a client is the same whichever hospitals a token of its speaks for', async () => {
  const { border, statuses } = aLimitedBorder()
  await statuses(2)

  border.caller = { ...aCaller, tenant: { kind: 'region', region: '01', hospitals: ['SE2321000016'] } }

  expect(await statuses(1)).toEqual([429])
})

test('a heavy route has a limit of its own, and is not counted with the others', async () => {
  const { statuses } = aLimitedBorder(aClientLimit(2, { 'search-things': { requests: 1, seconds: 60 } }))

  expect(await statuses(2, heavy)).toEqual([200, 429])
  expect(await statuses(3)).toEqual([200, 200, 429])
})

test('a heavy route is open again when its own window has ended', async () => {
  const { border, send, statuses } = aLimitedBorder(aClientLimit(2, { 'search-things': { requests: 1, seconds: 60 } }))
  await statuses(1, heavy)

  border.second = 10
  const refused = await send(heavy)
  border.second = 60

  expect(refused.headers?.['retry-after']).toBe('50')
  expect(await statuses(1, heavy)).toEqual([200])
})

test('who has a token is counted also where the token is not good enough', async () => {
  const { border, statuses } = aLimitedBorder()
  border.caller = { ...aCaller, scopes: new Set() }

  expect(await statuses(3)).toEqual([403, 403, 429])
})

test('an open route counts nobody, and needs nothing to count with', async () => {
  const { border, statuses } = aLimitedBorder(aClientLimit(1))

  expect(await statuses(3, open)).toEqual([200, 200, 200])
  expect(
    (await open.bind({ verifyToken: border.verifyToken, log: border.log })(anEvent(), anInvocation)).statusCode,
  ).toBe(200)
})

test('who cannot be counted is let through, and that is logged without a name', async () => {
  const countRequest = async () => {
    throw new DOMException('region-01 of region 01 is not counted', 'TimeoutError')
  }
  const { border, statuses } = aLimitedBorder({ ...aClientLimit(1), countRequest })

  expect(await statuses(2)).toEqual([200, 200])
  expect(border.logged).toMatchObject([
    { level: 'warn', event: 'not-counted', route: 'GET /v1/things', error: { name: 'TimeoutError' } },
    { event: 'not-counted' },
  ])
  expect(JSON.stringify(border.logged)).not.toContain('region-01')
})

test('what is counted names neither tenant nor client', async () => {
  const counted: CountedWindow[] = []
  const countRequest = async (window: CountedWindow) => counted.push(window)
  const { statuses } = aLimitedBorder({ ...aClientLimit(5), countRequest })

  await statuses(1)

  expect(counted).toEqual([
    { client: expect.stringMatching(/^[\w-]{43}$/), limit: 'all', endsAt: Date.parse('2026-11-25T10:00:10Z') / 1000 },
  ])
})

test('a route that asks for a token answers nothing where it is composed without limits', async () => {
  const { clientLimits: _, ...without } = aBorder()

  // The compiler would refuse such a border.
  const result = await things.bind(without as unknown as Border & Limiting)(
    anEvent({ headers: { authorization: 'Bearer good' } }),
    anInvocation,
  )

  expect(result.statusCode).toBe(500)
})
