import { createConnection } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { endpoint, type LambdaHandler } from '#http/endpoint.ts'
import type { Route } from '#http/route.ts'
import { type RunningServer, serve } from '#local/http-server.ts'
import type { HandlerFor } from '#local/route-handlers.ts'
import { aBorder } from '../http/an-event.ts'

const thing = endpoint(
  {
    method: 'PUT',
    path: '/v1/things/{thing}',
    scope: 'episodes:write',
    file: 'put-thing',
    summary: '',
    query: z.strictObject({ note: z.string().optional() }),
    body: { mediaType: 'application/json', schema: z.strictObject({ name: z.string() }), maximumBytes: 1024 },
    answers: { 200: null },
  } satisfies Route,
  async ({ params, query, body }) => ({
    status: 200,
    body: { ...params, ...query, ...body },
    headers: { etag: '"1"' },
  }),
).bind(aBorder())

const eventAsSeen: LambdaHandler = async (event, { getRemainingTimeInMillis }) => ({
  statusCode: 200,
  body: JSON.stringify({ ...event, remaining: getRemainingTimeInMillis() }),
})

const slow: LambdaHandler = async () => {
  await wait(150)
  return {
    statusCode: 200,
    cookies: ['a=1', 'b=2'],
    body: Buffer.from('done').toString('base64'),
    isBase64Encoded: true,
  }
}

const failing: LambdaHandler = async () => {
  throw new Error('secret')
}

const handlers: Readonly<Record<string, LambdaHandler>> = { '/event': eventAsSeen, '/slow': slow, '/failing': failing }

const handlerFor: HandlerFor = (method, path) => ({
  handler: handlers[path] ?? thing,
  routeKey: `${method} ${path}`,
  pathParameters: path.startsWith('/v1/things/') ? { thing: path.slice('/v1/things/'.length) } : {},
})

const started = (): Promise<RunningServer> => serve({ port: 0, handlerFor })

let server: RunningServer
beforeAll(async () => {
  server = await started()
})
afterAll(() => server.stop())

const put = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}) =>
  fetch(server.url + path, {
    method: 'PUT',
    body,
    headers: { authorization: 'Bearer good', 'content-type': 'application/json', ...headers },
  })

describe('the local server', () => {
  test('takes a request through the border and back', async () => {
    const response = await put('/v1/things/01~%C3%A5?note=a%2Cb', '{"name":"å"}')

    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).toBe('"1"')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({ thing: '01~å', note: 'a,b', name: 'å' })
  })

  test.each(['localhost', '127.0.0.1'])('is found at %s', async (host) => {
    const response = await fetch(`http://${host}:${server.port}/event`)

    expect(response.status).toBe(200)
  })

  test('shows a request as the gateway does', async () => {
    const response = await fetch(`${server.url}/event?a=1&b=%20x&a=2&__proto__=1`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'å' }),
      headers: { 'X-Custom': 'One', cookie: 'c=1; d=2' },
    })

    const event = JSON.parse(await response.text())

    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /event',
      rawPath: '/event',
      rawQueryString: 'a=1&b=%20x&a=2&__proto__=1',
      queryStringParameters: { a: '1,2', b: ' x' },
      cookies: ['c=1', 'd=2'],
      headers: { 'x-custom': 'One', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: Buffer.from('grant_type=%C3%A5').toString('base64'),
      isBase64Encoded: true,
      requestContext: { http: { method: 'POST', path: '/event', protocol: 'HTTP/1.1' } },
    })
    expect(event.remaining).toBeGreaterThan(25_000)
  })

  test('hands text on as text and broken text as bytes', async () => {
    const text = await (await put('/event', '{"a":"å"}')).json()
    const broken = await (await put('/event', new Uint8Array([0x7b, 0xff]))).json()

    expect(text).toMatchObject({ body: '{"a":"å"}', isBase64Encoded: false })
    expect(broken).toMatchObject({ body: 'e/8=', isBase64Encoded: true })
  })

  test('answers 404 for a path that cannot be decoded', async () => {
    expect((await put('/v1/things/%E0%A4%A', '{"name":"a"}')).status).toBe(404)
  })

  test('answers bytes and cookies', async () => {
    const response = await fetch(`${server.url}/slow`)

    expect(await response.text()).toBe('done')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  test('answers a body over six megabytes with a problem', async () => {
    const response = await put('/v1/things/a', new Uint8Array(6 * 1024 * 1024 + 1))

    expect(response.status).toBe(413)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: 'urn:fristdag:problem:too-large' })
  })

  test('answers for a handler that fails as the gateway does', async () => {
    const response = await fetch(`${server.url}/failing`)

    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ message: 'Internal Server Error' })
  })

  test('outlives clients that go away in the middle', async () => {
    const socket = createConnection(server.port, '127.0.0.1')
    socket.write('PUT /v1/things/a HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf')
    await wait(30)
    socket.destroy()
    const aborted = await fetch(`${server.url}/slow`, { signal: AbortSignal.timeout(30) }).catch(() => 'aborted')
    await wait(200)

    const response = await fetch(`${server.url}/event`)

    expect([aborted, response.status]).toEqual(['aborted', 200])
  })

  test('lets what is under way finish when it stops, and takes nothing new', async () => {
    const stopping = await started()
    const underWay = fetch(`${stopping.url}/slow`)
    await wait(50)

    const before = performance.now()
    await stopping.stop()

    expect(await (await underWay).text()).toBe('done')
    expect(performance.now() - before).toBeLessThan(2_000)
    await expect(fetch(`${stopping.url}/event`)).rejects.toThrow()
  })
})
