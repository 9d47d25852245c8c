import type { Problem } from '#schemas/problem.ts'
import { QueueBusyError } from '#store/queue-busy.ts'
import { TableBusyError } from '#store/table.ts'
import type { Exchange, Result, Step } from './exchange.ts'
import { faultIn } from './faults.ts'
import { type LogEntry, loggedError } from './log-entry.ts'
import { busy, internal, ProblemError } from './problem.ts'
import { resultOf } from './reply.ts'

/** The one place that turns whatever was thrown into a status and a problem (RFC 9457), and logs what is not the client's doing. */
export const problems: Step = {
  onError: (request) => {
    request.response = problemResult(request.error, request.event)
  },
}

/** The answer to a request for which this was thrown, logged if it is not the client's doing. */
export const problemResult = (error: unknown, exchange: Exchange): Result => {
  const problem = problemOf(error)
  const entry = entryOf(problem, exchange)
  if (entry !== undefined) exchange.border.log(entry)
  return resultOf(
    {
      status: problem.facts.status,
      raw: { mediaType: 'application/problem+json', text: JSON.stringify(describe(problem, exchange)) },
      ...(problem.facts.headers && { headers: problem.facts.headers }),
    },
    exchange.language,
  )
}

const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  return error instanceof TableBusyError || error instanceof QueueBusyError ? busy(error) : internal(error)
}

const entryOf = ({ facts, cause }: ProblemError, { route, trace, isLost }: Exchange): LogEntry | undefined => {
  if (facts.status < 500) return undefined
  const of = { route: `${route.method} ${route.path}`, traceId: trace.traceId, error: loggedError(cause) }
  if (isLost) return { level: 'error', event: 'access-not-kept', ...of }
  return facts.status === 503
    ? { level: 'warn', event: 'unavailable', ...of }
    : { level: 'error', event: 'unexpected-error', ...of }
}

const describe = ({ facts }: ProblemError, { language, trace }: Exchange): Problem => ({
  type: `urn:fristdag:problem:${facts.id}`,
  title: facts.title[language],
  status: facts.status,
  detail: facts.detail[language],
  instance: `urn:trace:${trace.traceId}`,
  ...(facts.faults && { errors: facts.faults.map((fault) => faultIn(fault, language)) }),
})
