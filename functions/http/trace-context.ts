import type { Step } from './exchange.ts'
import type { Trace } from './trace.ts'

/** Returns the trace on every answer. */
export const traceContext: Step = {
  after: ({ event: exchange, response }) => addTraceparent(exchange.trace, response),
  onError: ({ event: exchange, response }) => addTraceparent(exchange.trace, response),
}

const addTraceparent = (
  { traceId, parentId, flags }: Trace,
  result: Parameters<NonNullable<Step['after']>>[0]['response'],
): void => {
  if (result) result.headers = { ...result.headers, traceparent: `00-${traceId}-${parentId}-${flags}` }
}
