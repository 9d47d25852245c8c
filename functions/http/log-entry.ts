/** What is written of an error: never its message, which may carry data. */
export type LoggedError = {
  readonly name: string
  readonly stack: readonly string[]
  /** The names of what caused it, nearest first. */
  readonly causes: readonly string[]
}

/** One line of the log. */
export type LogEntry = RequestEntry | CountEntry | TaskEntry | QueueEntry

/** A request that could not be answered as it should; or not at all, since who has looked at patients could not be kept. */
export type RequestEntry = {
  readonly level: 'warn' | 'error'
  readonly event: 'unexpected-error' | 'unavailable' | 'access-not-kept'
  readonly route: string
  readonly traceId: string
  readonly error: LoggedError
}

/** A request that could not be counted against its client's limit, and was let through. */
export type CountEntry = {
  readonly level: 'warn'
  readonly event: 'not-counted'
  readonly route: string
  readonly traceId: string
  readonly error: LoggedError
}

/** A task that was not performed: tried again later, given up after the last attempt, or of no kind that is known. */
export type TaskEntry = {
  readonly level: 'warn' | 'error'
  readonly event: 'task-failed' | 'task-given-up' | 'task-unreadable'
  /** What the queue calls it. */
  readonly delivery: string
  /** Which attempt it was, from 1. */
  readonly attempt: number
  /** Its kind and the ids of what it concerns. */
  readonly task?: Readonly<Record<string, string>>
  readonly error?: LoggedError
}

/** The tasks of one machine cannot be read or written now; nothing of them is lost. */
export type QueueEntry = {
  readonly level: 'error'
  readonly event: 'task-queue-failed'
  readonly error: LoggedError
}

/** The name, the places in the code and the names of the causes of whatever was thrown. */
export const loggedError = (error: unknown): LoggedError => ({
  name: nameOf(error),
  stack: framesOf(error),
  causes: causesOf(error, MAXIMUM_CAUSES),
})

const MAXIMUM_CAUSES = 5

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

// A message may have several lines that look like places: only what follows the message counts, and only whole places.
const framesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return []
  const { message, stack } = error
  const start = message === '' ? 0 : stack.indexOf(message) + message.length
  return stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line))
}

const FRAME = /^at .+:[0-9]+:[0-9]+\)?$/

const causesOf = (error: unknown, most: number): readonly string[] => {
  const cause = error instanceof Error ? error.cause : undefined
  return cause === undefined || most === 0 ? [] : [nameOf(cause), ...causesOf(cause, most - 1)]
}
