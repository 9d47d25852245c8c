import { createConnection } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, serve } from '#local/http-server.ts'
import { problem } from '#schemas/problem.ts'
import { runs } from '../support/runs.ts'

let server: RunningServer
beforeAll(async () => {
  const handler = async () => ({ statusCode: 200, body: 'answered' })
  server = await serve({
    port: 0,
    handlerFor: (method, path) => ({ handler, routeKey: `${method} ${path}`, pathParameters: {} }),
  })
})
afterAll(() => server.stop())

/** All that comes back for bytes, until the server hangs up. */
const answerTo = async (bytes: string | Uint8Array): Promise<string> => {
  const socket = createConnection(server.port, '127.0.0.1')
  socket.end(bytes)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const parts = (answer: string) => {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(head) ?? []
  return { status: Number(status), type: /^content-type: (.*)$/im.exec(head)?.[1], body: JSON.parse(body) }
}

const GET = 'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n'

describe('what is no request', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'unreadable-request'],
    ['a header without a colon', `${GET}markerad\r\n\r\n`, 400, 'unreadable-request'],
    ['no host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'unreadable-request'],
    ['another host', 'GET / HTTP/1.1\r\nhost: markerad.example\r\n\r\n', 421, 'misdirected-request'],
    ['a host that only begins right', 'GET / HTTP/1.1\r\nhost: localhost.example\r\n\r\n', 421, 'misdirected-request'],
    ['two lengths of a body', `${GET}content-length: 1\r\ncontent-length: 2\r\n\r\na`, 400, 'unreadable-request'],
    ['a chunk of no length', `${GET}transfer-encoding: chunked\r\n\r\nmarkerad\r\n`, 400, 'unreadable-request'],
    ['a header over 10 KB', `${GET}x: ${'a'.repeat(10_240)}\r\n\r\n`, 431, 'headers-too-large'],
    ['more than a hundred headers', `${GET}${'x: y\r\n'.repeat(99)}\r\n`, 431, 'headers-too-large'],
    [
      'an address over 10 KB',
      `GET /${'a'.repeat(10_240)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('is refused with a problem: %s', async (_, sent, status, id) => {
    const answered = parts(await answerTo(sent))

    expect(answered).toMatchObject({ status, type: 'application/problem+json' })
    expect(problem.parse(answered.body)).toMatchObject({ status, type: `urn:fristdag:problem:${id}` })
    expect(JSON.stringify(answered)).not.toContain('markerad')
  })

  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
    'is not what asks for %s',
    async (host) => {
      expect(await answerTo(`GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /)
    },
  )

  it('is answered all the same when it only expects what no server knows', async () => {
    expect(await answerTo(`${GET}expect: wonders\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 [\s\S]*answered$/)
  })

  it('is answered, refused or hung up on, whatever the bytes, and the next client is served', async () => {
    const bytes = fc
      .tuple(fc.constantFrom('', 'GET ', 'GET / HTTP/1.1\r\n', GET, `${GET}\r\n`), fc.uint8Array({ maxLength: 60 }))
      .map(([start, more]) => Buffer.concat([Buffer.from(start), more, Buffer.from('\r\n\r\n')]))

    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        const answer = await Promise.race([answerTo(sent), setTimeout(20_000, undefined, { ref: false })])

        expect(answer).toMatch(/^$|^HTTP\/1\.1 (200 |4\d\d .*\r\ncontent-type: application\/problem\+json\r\n)/)
        expect((await fetch(server.url)).status).toBe(200)
      }),
      { numRuns: runs(2_000) },
    )
  })
})
