import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Result } from '#http/exchange.ts'
import { SAFE } from '#http/reply.ts'
import { traceOf } from '#http/trace.ts'
import type { Problem } from '#schemas/problem.ts'

/**
 * The problem of a request that is none by HTTP/1.1, though all its parts can be read (RFC 9112, 3.2), that has more headers
 * than are taken, or that means another host; undefined for any other.
 */
export const refusalOfHead = (
  { httpVersion, headers, rawHeaders }: IncomingMessage,
  mostHeaders: number,
): Result | undefined => {
  if (rawHeaders.length > 2 * mostHeaders) return resultOf(TOO_LARGE)
  if (headers.host === undefined) return httpVersion === '1.1' ? resultOf(UNREADABLE) : undefined
  return OWN_HOST.test(headers.host) ? undefined : resultOf(MISDIRECTED)
}

/** Answers bytes that cannot be read as a request with a problem, while there is someone to answer, and hangs up. */
export const refuseUnreadable = (error: Error, socket: Duplex): void => {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { statusCode = 400, headers, body = '' } = resultOf(refusals[code] ?? UNREADABLE)
  const all = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  // What is still being sent is read and thrown away: hanging up on it would take the answer along.
  socket.resume()
  socket.end(`HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}\r\n${lines.join('')}\r\n${body}`)
}

// A page whose name has been made to lead here is, to its browser, at home here: nothing else stops it (DNS rebinding).
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?$/i

type Refusal = Pick<Problem, 'type' | 'title' | 'status' | 'detail'>

const resultOf = (refusal: Refusal): Result => ({
  statusCode: refusal.status,
  headers: { 'content-type': 'application/problem+json', 'content-language': 'sv', ...SAFE },
  body: JSON.stringify({ ...refusal, instance: `urn:trace:${traceOf(undefined).traceId}` } satisfies Problem),
})

const UNREADABLE: Refusal = {
  type: 'urn:fristdag:problem:unreadable-request',
  title: 'Anropet kan inte läsas',
  status: 400,
  detail: 'Det som skickades är inte ett anrop enligt HTTP/1.1.',
}

const MISDIRECTED: Refusal = {
  type: 'urn:fristdag:problem:misdirected-request',
  title: 'Fel adress',
  status: 421,
  detail: 'Tjänsten på en maskin svarar bara på localhost.',
}

const TOO_LARGE: Refusal = {
  type: 'urn:fristdag:problem:headers-too-large',
  title: 'För stort',
  status: 431,
  detail: 'Adressen och rubrikerna är tillsammans större, eller rubrikerna fler, än vad som tas emot.',
}

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: TOO_LARGE,
  ERR_HTTP_REQUEST_TIMEOUT: {
    type: 'urn:fristdag:problem:too-slow',
    title: 'För långsamt',
    status: 408,
    detail: 'Anropet var inte helt skickat i tid.',
  },
}
