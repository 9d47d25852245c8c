import { randomBytes } from 'node:crypto'
import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'

/** Which trace a request belongs to (W3C Trace Context); ids in lower-case hex. */
export type Trace = { readonly traceId: string; readonly parentId: string; readonly flags: string }

/** The trace that a `traceparent` header names, or a new one when it is missing, malformed or could be an identity number. */
export const traceOf = (header: string | undefined): Trace => {
  const [, version, traceId, parentId, flags, more] = FORM.exec(header?.trim() ?? '') ?? []
  const isKnown = traceId !== undefined && parentId !== undefined && flags !== undefined
  const isAllowed = version !== 'ff' && (version !== '00' || more === undefined)
  return isKnown && isAllowed && isName(traceId) && isName(parentId)
    ? { traceId, parentId, flags }
    : { traceId: randomBytes(16).toString('hex'), parentId: randomBytes(8).toString('hex'), flags: '00' }
}

// https://www.w3.org/TR/trace-context/#traceparent-header
const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/
const ZEROS = /^0+$/

// A trace is answered, logged and kept, and numbers are not; of ids drawn by chance one in a thousand looks like one.
const isName = (id: string): boolean => !ZEROS.test(id) && !holdsIdentityNumber(id)
