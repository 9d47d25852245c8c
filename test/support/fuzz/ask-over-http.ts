import { request as httpRequest } from 'node:http'
import type { HandlerFor } from '#local/route-handlers.ts'
import type { FuzzedRequest } from './arbitrary-request.ts'
import { type Asked, inTime } from './ask-in-process.ts'

/** Sends a request to a server of `local/`; what no client could write in a request line or a header is written as `-`. */
export const askOverHttp =
  (url: string) =>
  async (handlerFor: HandlerFor, request: FuzzedRequest, token?: string): Promise<Asked> => {
    const path = request.path.replace(/[^\x21-\x7e]/g, '-')
    const query = request.query.replace(/[^\x21-\x7e]/g, '-')
    const body = Buffer.from(request.body, request.encoding)
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...request.headers,
      ...(body.length > 0 && { 'content-length': String(body.length) }),
    }
    const options = {
      method: request.method,
      path: query === '' ? path : `${path}?${query}`,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace(/[^\t\x20-\x7e]/g, '-')]),
      ),
    }
    const answered = await inTime(() => sent(url, options, body))
    const { routeKey } = handlerFor(request.method, path.split('?')[0] ?? '')
    return { ...answered, routeKey, isHead: request.method === 'HEAD' }
  }

const sent = (url: string, options: object, body: Buffer): Promise<Pick<Asked, 'status' | 'headers' | 'text'>> => {
  const { promise, resolve, reject } = Promise.withResolvers<Pick<Asked, 'status' | 'headers' | 'text'>>()
  const sending = httpRequest(url, options, async (message) => {
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk)
    const pairs = Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)])
    const text = Buffer.concat(chunks).toString()
    resolve({ status: message.statusCode ?? 0, headers: new Headers(pairs), text })
  })
  sending.on('error', reject)
  sending.end(body)
  return promise
}
