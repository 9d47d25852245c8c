import { createConnection, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type RunningServer, serve } from '#local/http-server.ts'
import { SERVER_LIMITS, type ServerLimits } from '#local/server-limits.ts'
import { problem } from '#schemas/problem.ts'

const SOON = 60
// Longer than any test: what is closed in one is closed by the limit that it sets.
const NEVER = 3_600_000
const PATIENT: ServerLimits = {
  ...SERVER_LIMITS,
  headMilliseconds: NEVER,
  requestMilliseconds: NEVER,
  keepAliveMilliseconds: NEVER,
  silentMilliseconds: NEVER,
  checkMilliseconds: 10,
}

let server: RunningServer | undefined
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server?.stop()
})

const started = async (limits: Partial<ServerLimits>, body = 'answered') => {
  const handler = async () => ({ statusCode: 200, body })
  server = await serve({
    port: 0,
    limits: { ...PATIENT, ...limits },
    handlerFor: (method, path) => ({ handler, routeKey: `${method} ${path}`, pathParameters: {} }),
  })
  return server
}

/** A client that keeps all that it is sent, and knows when it has been hung up on. */
const client = async (limits: Partial<ServerLimits>) => clientOf(await started(limits))
const clientOf = ({ port }: RunningServer) => {
  const socket = createConnection(port, '127.0.0.1')
  sockets.push(socket)
  let received = ''
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve())
  })
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString()
  })
  socket.on('error', () => undefined)
  return { socket, closed, received: () => received }
}

const GET = 'GET / HTTP/1.1\r\nhost: localhost\r\n'

const expectTooSlow = (received: string): void => {
  const [head = '', body = ''] = received.split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 408 [\s\S]*connection: close/i)
  expect(problem.parse(JSON.parse(body))).toMatchObject({ type: 'urn:fristdag:problem:too-slow' })
}

describe('a client is hung up on', () => {
  it('when it sends its headers a byte at a time', async () => {
    const { socket, closed, received } = await client({ headMilliseconds: SOON })
    const bytes = `${GET}${'x: y\r\n'.repeat(50)}`
    let isClosed = false
    closed.then(() => {
      isClosed = true
    })

    for (const byte of bytes) {
      if (isClosed || socket.destroyed || !socket.writable) break
      socket.write(byte)
      await wait(5)
    }
    await closed

    expectTooSlow(received())
  })

  it('when it sends nothing', async () => {
    const { closed, received } = await client({ headMilliseconds: SOON })

    await closed

    expectTooSlow(received())
  })

  it('when it does not end what it sends', async () => {
    const { socket, closed, received } = await client({ headMilliseconds: SOON, requestMilliseconds: 2 * SOON })
    socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n`)
    const dripping = setInterval(() => socket.write('a'), 5)

    await closed
    clearInterval(dripping)

    expectTooSlow(received())
  })

  it('when it asks for nothing more', async () => {
    const { socket, closed, received } = await client({ keepAliveMilliseconds: SOON })
    socket.write(`${GET}\r\n`)

    await closed

    expect(received()).toMatch(/^HTTP\/1\.1 200 [\s\S]*answered$/)
  })

  it('when it does not read its answer', async () => {
    const running = await started({ silentMilliseconds: SOON }, 'x'.repeat(20_000_000))
    const { socket, closed } = clientOf(running)
    socket.pause()
    socket.write(`${GET}\r\n`)

    // A socket that reads nothing is told of the end only when it reads again.
    await wait(5 * SOON)
    let bytes = 0
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    socket.resume()
    await closed

    expect(bytes).toBeLessThan(20_000_000)
  })

  it('when it has asked as often as one connection may', async () => {
    const { socket, closed, received } = await client({ requestsOnConnection: 2 })
    socket.write(`${GET}\r\n`)
    while (!received().includes('answered')) await wait(2)
    socket.write(`${GET}\r\n`)
    while (received().split('answered').length < 3) await wait(2)
    socket.write(`${GET}\r\n`)

    await closed

    expect(received().match(/HTTP\/1\.1 200 /g)).toHaveLength(2)
    expect(received()).toMatch(/connection: close/i)
  })

  it('when there are as many as may be, and others are served on', async () => {
    const running = await started({ connections: 2 })
    const [first, second] = [clientOf(running), clientOf(running)]
    for (const { socket } of [first, second]) socket.write(`${GET}\r\n`)
    while (![first, second].every(({ received }) => received().includes('answered'))) await wait(2)

    const third = clientOf(running)
    third.socket.write(`${GET}\r\n`)
    await third.closed

    expect(third.received()).toBe('')
    first.socket.write(`${GET}\r\n`)
    while (first.received().split('answered').length < 3) await wait(2)
    expect(second.socket.destroyed).toBe(false)
  })
})

describe('a request', () => {
  it('of as many headers as may be is answered', async () => {
    const { socket, closed, received } = await client({})
    socket.end(`${GET}connection: close\r\n${'x: y\r\n'.repeat(SERVER_LIMITS.headers - 2)}\r\n`)

    await closed

    expect(received()).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('of as many bytes as may be is answered, and of the next is not', async () => {
    const running = await started({})
    const sent = async (bytes: number) => {
      const { socket, closed, received } = clientOf(running)
      const head = `${GET}connection: close\r\nx: `
      socket.end(`${head}${'a'.repeat(bytes - head.length)}\r\n\r\n`)
      await closed
      return received().slice(9, 12)
    }

    expect(await sent(SERVER_LIMITS.headBytes - 200)).toBe('200')
    expect(await sent(SERVER_LIMITS.headBytes + 200)).toBe('431')
  })
})

it('the limits of one machine are not looser than the gateway’s, and let an answer take its time', () => {
  expect(SERVER_LIMITS.headBytes).toBe(10_240)
  expect(SERVER_LIMITS.headMilliseconds).toBeLessThanOrEqual(10_000)
  expect(SERVER_LIMITS.requestMilliseconds).toBeLessThanOrEqual(30_000)
  expect(SERVER_LIMITS.checkMilliseconds).toBeLessThanOrEqual(1_000)
  expect(SERVER_LIMITS.silentMilliseconds).toBeGreaterThan(29_000)
})
