import { randomBytes } from 'node:crypto'
import type { Step } from './exchange.ts'

/** Which trace a request belongs to (W3C Trace Context); ids in lower-case hex. */
export type Trace = { readonly traceId: string; readonly parentId: string; readonly flags: string }

/** The trace that a `traceparent` header names, or a new one when it is missing or malformed. */
export const traceOf = (header: string | undefined): Trace => {
  const [, version, traceId, parentId, flags, more] = FORM.exec(header?.trim() ?? '') ?? []
  const isKnown = traceId !== undefined && parentId !== undefined && flags !== undefined
  const isAllowed = version !== 'ff' && (version !== '00' || more === undefined)
  return isKnown && isAllowed && !ZEROS.test(traceId) && !ZEROS.test(parentId)
    ? { traceId, parentId, flags }
    : { traceId: randomBytes(16).toString('hex'), parentId: randomBytes(8).toString('hex'), flags: '00' }
}

/** Returns the trace on every answer. */
export const traceContext: Step = {
  after: ({ event: exchange, response }) => addTraceparent(exchange.trace, response),
  onError: ({ event: exchange, response }) => addTraceparent(exchange.trace, response),
}

// https://www.w3.org/TR/trace-context/#traceparent-header
const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/
const ZEROS = /^0+$/

const addTraceparent = (
  { traceId, parentId, flags }: Trace,
  result: Parameters<NonNullable<Step['after']>>[0]['response'],
): void => {
  if (result) result.headers = { ...result.headers, traceparent: `00-${traceId}-${parentId}-${flags}` }
}
