import { describe, expect, test } from 'vitest'
import { endpoint } from '#http/endpoint.ts'
import type { Border } from '#http/exchange.ts'
import type { Route } from '#http/route.ts'
import { routeHandlers } from '#local/route-handlers.ts'
import { aBorder, anEvent, anInvocation, jsonOf } from '../http/an-event.ts'

const at = (path: string, file: string): Route => ({ method: 'GET', path, file, summary: '', answers: { 200: null } })

const routes = {
  one: at('/v1/things/{thing}', 'get-thing'),
  parts: at('/v1/things/{thing}/parts', 'list-parts'),
  special: at('/v1/things/special', 'get-special'),
}

const load = async (file: string): Promise<unknown> => ({
  answer: endpoint<Route, Border>(at('/', file), async () => ({ status: 200, body: { file } })),
})

const handlerFor = await routeHandlers({
  routes,
  environment: aBorder(),
  extra: { 'POST /oauth2/token': async () => ({ statusCode: 200, body: '{"file":"extra"}' }) },
  load,
})

describe('the handler for a request', () => {
  test.each([
    ['GET', '/v1/things/a', 'get-thing', { thing: 'a' }],
    ['GET', '/v1/things/a%20b', 'get-thing', { thing: 'a%20b' }],
    ['GET', '/v1/things/a/parts', 'list-parts', { thing: 'a' }],
    ['GET', '/v1/things/special', 'get-special', {}],
    ['POST', '/oauth2/token', 'extra', {}],
    ['GET', '/v1/things/', 'not-found', {}],
    ['GET', '/v1/things', 'not-found', {}],
    ['GET', '/v1/things/a/parts/', 'not-found', {}],
    ['PUT', '/v1/things/a', 'not-found', {}],
    ['GET', '/', 'not-found', {}],
    ['GET', '', 'not-found', {}],
  ])('%s %s is %s', async (method, path, file, pathParameters) => {
    const match = handlerFor(method, path)

    const result = await match.handler(anEvent(), anInvocation)

    expect(jsonOf(result)).toEqual({ file })
    expect(match.pathParameters).toEqual(pathParameters)
  })
})

test('a file without an answer stops the start', async () => {
  const started = routeHandlers({ routes, environment: aBorder(), load: async () => ({ handler: () => undefined }) })

  await expect(started).rejects.toThrow('exports no answer')
})
