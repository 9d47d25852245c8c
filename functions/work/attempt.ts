import { type LogEntry, loggedError } from '#http/log-entry.ts'
import { type Performers, perform } from './perform.ts'
import { parseTask } from './task.ts'

/** A task as a queue hands it over: its text, what the queue calls it, and which attempt this is, from 1. */
export type Delivery = { readonly id: string; readonly text: string; readonly attempt: number }

/** What became of a delivery; what failed with an error may succeed later, what is unreadable never will. */
export type Attempted =
  | { readonly result: 'performed' }
  | { readonly result: 'failed'; readonly error: unknown }
  | { readonly result: 'unreadable' }

/** Performs what was handed over, and logs when that fails: the kind and the ids, never what an error says. */
export const attempt = async <Needed>(
  performers: Performers<Needed>,
  needed: Needed,
  { id, text, attempt: nth }: Delivery,
  log: (entry: LogEntry) => void,
): Promise<Attempted> => {
  const task = parseTask(text)
  if (task === undefined) {
    log({ level: 'error', event: 'task-unreadable', delivery: id, attempt: nth })
    return { result: 'unreadable' }
  }
  try {
    await perform(performers, task, needed)
    return { result: 'performed' }
  } catch (error) {
    log({ level: 'warn', event: 'task-failed', delivery: id, attempt: nth, task, error: loggedError(error) })
    return { result: 'failed', error }
  }
}
