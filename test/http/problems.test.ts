import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endpoint } from '#http/endpoint.ts'
import type { Result } from '#http/exchange.ts'
import * as problem from '#http/problem.ts'
import type { Route } from '#http/route.ts'
import { episodeBody } from '#schemas/episode.ts'
import { problem as problemSchema } from '#schemas/problem.ts'
import { QueueBusyError } from '#store/queue-busy.ts'
import { TableBusyError } from '#store/table.ts'
import { aBorder, anEvent, anInvocation, jsonOf } from './an-event.ts'

const route = {
  method: 'GET',
  path: '/v1/a',
  file: 'get-a',
  summary: '',
  answers: { 200: null },
} as const satisfies Route
const detail = { sv: 'Därför.', en: 'Because.' }

const answerTo = async (thrown: unknown) => {
  const border = aBorder()
  const throwing = endpoint(route, async () => {
    throw thrown
  })
  const result = await throwing.bind(border)(anEvent(), anInvocation)
  return { result, logged: border.logged }
}

describe('what is thrown', () => {
  test.each<[number, string, problem.ProblemError]>([
    [400, 'unreadable-body', problem.brokenJson()],
    [400, 'unreadable-body', problem.brokenText()],
    [400, 'unreadable-body', problem.emptyBody()],
    [401, 'not-authenticated', problem.notAuthenticated('missing')],
    [403, 'scope-missing', problem.scopeMissing('episodes:read')],
    [403, 'forbidden', problem.forbidden(detail)],
    [404, 'not-found', problem.notFound()],
    [409, 'same-instant', problem.conflict(detail, 'same-instant')],
    [412, 'precondition-failed', problem.preconditionFailed()],
    [413, 'too-large', problem.tooLarge()],
    [415, 'unsupported-media-type', problem.unsupportedMediaType('application/json')],
    [422, 'invalid', problem.unprocessable([{ pointer: '/a', rule: 'check-digit' }])],
    [503, 'busy', problem.busy()],
  ])('is answered with %i %s', async (status, id, thrown) => {
    const { result } = await answerTo(thrown)

    expect(result.statusCode).toBe(status)
    expect(problemSchema.parse(jsonOf(result))).toMatchObject({ status, type: `urn:fristdag:problem:${id}` })
  })

  test('as a refusal of the client is not logged', async () => {
    expect((await answerTo(problem.notFound())).logged).toEqual([])
  })

  test.each([
    ['table', TableBusyError, 'TableBusyError'],
    ['queue', QueueBusyError, 'QueueBusyError'],
  ])('because the %s is busy asks to try again, and is logged by name', async (_, BusyError, name) => {
    const { result, logged } = await answerTo(new BusyError('secret', { cause: new RangeError('secret') }))

    expect(result.statusCode).toBe(503)
    expect(result.headers?.['retry-after']).toBe('1')
    expect(logged).toMatchObject([
      {
        level: 'warn',
        event: 'unavailable',
        route: 'GET /v1/a',
        error: { name, causes: ['RangeError'] },
      },
    ])
    expect(JSON.stringify([result, logged])).not.toContain('secret')
  })

  test('unexpectedly is 500 with nothing told, and logged without its message', async () => {
    const error = new TypeError('number 194910029802\n    at secret (file:///secret.ts:1:1)')

    const { result, logged } = await answerTo(error)

    expect(jsonOf(result)).toMatchObject({ status: 500, type: 'urn:fristdag:problem:internal' })
    expect(logged).toMatchObject([
      {
        level: 'error',
        event: 'unexpected-error',
        error: {
          name: 'TypeError',
          stack: expect.arrayContaining([expect.stringMatching(/^at .*problems\.test\.ts/)]),
        },
      },
    ])
    expect(JSON.stringify([result, logged])).not.toMatch(/194910029802|secret/)
  })

  test.each(['text', undefined, null, 7])('as %j, no error at all, is 500 too', async (thrown) => {
    expect((await answerTo(thrown)).result.statusCode).toBe(500)
  })
})

test('an answer that cannot be written is 500', async () => {
  const unwritable = endpoint(route, async () => ({ status: 200, body: { amount: 1n } }))

  const result = await unwritable.bind(aBorder())(anEvent(), anInvocation)

  expect(result.statusCode).toBe(500)
})

test('an answer that takes too long is 503 while there is still time to say so', async () => {
  const slow = endpoint(route, () => new Promise<never>(() => undefined))

  const result = await slow.bind(aBorder())(anEvent(), { getRemainingTimeInMillis: () => 260 })

  expect(result.statusCode).toBe(503)
})

test('a secret anywhere in a body is never in the answer', async () => {
  const secret = '194910029802'
  const refusing = endpoint(
    {
      ...route,
      method: 'POST',
      body: { mediaType: 'application/json', schema: episodeBody, maximumBytes: 100_000 },
    } satisfies Route,
    async () => ({ status: 200 }),
  ).bind(aBorder())
  const answer = (body: string): Promise<Result> =>
    refusing(anEvent({ body, headers: { 'content-type': 'application/json' } }), anInvocation)
  const names = ['patient', 'identity', 'readiness', 'noticeSentAt', 'discharge', 'delays', 'hospital', secret]
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(secret, `${secret}-x`, Number(secret), null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 5 }),
    ),
  }))
  const bodies = fc.oneof(
    tree.map((value) => JSON.stringify(value)),
    fc.tuple(fc.json(), fc.nat(30)).map(([json, at]) => json.slice(0, at) + secret + json.slice(at)),
  )

  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const result = await answer(body)

      expect([400, 422]).toContain(result.statusCode)
      expect(JSON.stringify(result)).not.toContain(secret)
    }),
    { numRuns: 300 },
  )
})
