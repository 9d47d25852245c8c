import { setImmediate } from 'node:timers/promises'
import { attempt } from '#functions/work/attempt.ts'
import type { Performers } from '#functions/work/perform.ts'
import { parseTask } from '#functions/work/task.ts'
import { type LogEntry, loggedError } from '#http/log-entry.ts'
import { atMost, pauses } from './task-pauses.ts'
import type { TaskQueue, WaitingTask } from './task-queue.ts'

/** What is performed, with what; and, in ms, how long to wait before each further attempt, and for a task when stopping. */
export type TaskLoopOptions<Needed> = {
  readonly queue: TaskQueue
  readonly performers: Performers<Needed>
  readonly needed: Needed
  readonly log: (entry: LogEntry) => void
  /** One pause for each attempt after the first; when none is left the task is given up. */
  readonly pauseBefore?: readonly number[]
  readonly stopMilliseconds?: number
}

/** A loop at work; `stop` begins no more tasks, and resolves when the one under way is done or was waited for long enough. */
export type TaskLoop = { readonly stop: () => Promise<void> }

/**
 * Performs what waits in the queue, one task at a time, the oldest first, until stopped.
 *
 * It goes on where an ended process left off. A task that fails waits while others go on. An attempt counts from when it
 * is begun, so that a task which ends the process each time is given up too.
 */
export const startTaskLoop = <Needed>(options: TaskLoopOptions<Needed>): TaskLoop => {
  const { queue, log, pauseBefore = PAUSES, stopMilliseconds = STOP_MILLISECONDS } = options
  const waits = pauses()
  let isStopping = false
  let wake = (): void => undefined
  const woken = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
    })

  const performOne = async (task: WaitingTask): Promise<void> => {
    const delivery = { id: task.place, text: task.text, attempt: task.begun + 1 }
    // Begun as often as it may, and never ended: the process did, each time.
    if (task.begun > pauseBefore.length) return giveUp(task, 'Interrupted')
    if (!(await queue.begin(task))) return
    const attempted = await attempt(options.performers, options.needed, delivery, log)
    const begun = { ...task, begun: delivery.attempt }
    if (attempted.result === 'performed') return queue.remove(task)
    if (attempted.result === 'unreadable') return giveUp(begun, 'Unreadable')
    const pause = pauseBefore[task.begun]
    if (pause === undefined) return giveUp(begun, loggedError(attempted.error).name)
    waits.pause(task.place, pause)
  }

  const giveUp = async (task: WaitingTask, error: string): Promise<void> => {
    await queue.giveUp(task, error)
    const parsed = parseTask(task.text)
    const entry = { level: 'error', event: 'task-given-up', delivery: task.place, attempt: task.begun } as const
    log(parsed === undefined ? entry : { ...entry, task: parsed })
  }

  const round = async (): Promise<void> => {
    // Asked for before looking, so that nothing is sent unseen.
    const sent = queue.sent()
    const due = await queue.oldest(waits.isPaused)
    if (isStopping) return
    if (due !== undefined) await performOne(due)
    else await Promise.race([sent, woken(), waits.next()])
    // Requests have their turn between two tasks.
    await setImmediate()
  }

  const run = async (): Promise<void> => {
    while (!isStopping)
      await round().catch(async (error: unknown) => {
        if (isStopping) return
        log({ level: 'error', event: 'task-queue-failed', error: loggedError(error) })
        await Promise.race([woken(), waits.after(QUEUE_PAUSE)])
      })
  }

  const ended = run()
  return {
    stop: async () => {
      isStopping = true
      wake()
      await atMost(ended, stopMilliseconds)
    },
  }
}

const SECOND = 1000
const PAUSES = [SECOND, 10 * SECOND, 60 * SECOND, 300 * SECOND]
const STOP_MILLISECONDS = 10 * SECOND
const QUEUE_PAUSE = SECOND
