import type { Language } from '#schemas/text.ts'
import type { Result } from './exchange.ts'
import { localise } from './localise.ts'

/** What a route answers: a body to localise and write as JSON, or text that is written as it is. */
export type Reply = {
  readonly status: number
  readonly body?: unknown
  readonly raw?: { readonly mediaType: string; readonly text: string }
  readonly headers?: Readonly<Record<string, string>>
}

/** A reply as the gateway sends it, in one language; never kept by anyone on the way. */
export const resultOf = ({ status, body, raw, headers }: Reply, language: Language): Result => {
  const content = raw ?? (body === undefined ? undefined : { mediaType: JSON_TYPE, text: jsonOf(body, language) })
  return {
    statusCode: status,
    headers: {
      ...(content && { 'content-type': content.mediaType }),
      ...SAFE,
      ...headers,
    },
    ...(content && { body: content.text }),
  }
}

/** What OWASP's REST cheat sheet asks of every answer: kept nowhere, shown in no frame, taken for nothing but what it says it is. */
export const SAFE = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const JSON_TYPE = 'application/json; charset=utf-8'

const jsonOf = (body: unknown, language: Language): string => JSON.stringify(localise(body, language))
