import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type SendTasks, taskText } from '#functions/work/task.ts'
import type { Item, Page, Table } from '#store/table.ts'

/** A task that waits: its place in the order of sending, its text, and how often it was begun. */
export type WaitingTask = { readonly place: string; readonly text: string; readonly begun: number }

/** Tasks in the table, in the order in which they were sent; what it has promised is on disk. */
export type TaskQueue = {
  readonly send: SendTasks
  /** The oldest task that is not passed over. */
  readonly oldest: (isPassedOver: (place: string) => boolean) => Promise<WaitingTask | undefined>
  /** Counts that a task is begun; false when another process has done away with it. */
  readonly begin: (task: WaitingTask) => Promise<boolean>
  readonly remove: (task: WaitingTask) => Promise<void>
  /** Puts a task aside for good, with the name of what it failed with. */
  readonly giveUp: (task: WaitingTask, error: string) => Promise<void>
  /** Resolves at the next sending. */
  readonly sent: () => Promise<void>
}

/** The partition of the tasks that wait. */
export const TASKS = 'TASKS'
/** The partition of the tasks that were given up. */
export const DEAD_TASKS = 'DEAD-TASKS'

/** The queue of one machine; `now` orders what is sent, UTC with milliseconds. */
export const taskQueue = (table: Table, now: () => string): TaskQueue => {
  let count = 0
  let next = Promise.withResolvers<void>()
  const placeOfNext = (): string => {
    count += 1
    return `${now()}#${String(count).padStart(9, '0')}#${randomBytes(4).toString('hex')}`
  }
  return {
    send: async (tasks) => {
      const items = tasks.map((task) => ({ pk: TASKS, sk: placeOfNext(), text: taskText(task), begun: 0 }))
      for (let start = 0; start < items.length; start += MOST)
        await table.transact(items.slice(start, start + MOST).map((item) => ({ kind: 'put', item })))
      next.resolve()
      next = Promise.withResolvers()
    },
    oldest: async (isPassedOver) => {
      let page: Page = await table.query({ pk: TASKS, limit: PAGE })
      for (;;) {
        const found = page.items.find(({ sk }) => !isPassedOver(sk))
        if (found !== undefined) return waitingTask(found)
        if (page.cursor === undefined) return undefined
        page = await table.query({ pk: TASKS, limit: PAGE, cursor: page.cursor })
      }
    },
    begin: async ({ place, begun }) => {
      const key = { pk: TASKS, sk: place }
      const set = { begun: begun + 1 }
      return (await table.write({ kind: 'update', key, set, condition: { kind: 'present' } })).applied
    },
    remove: async ({ place }) => {
      await table.write({ kind: 'delete', key: { pk: TASKS, sk: place } })
    },
    giveUp: async ({ place, text, begun }, error) => {
      await table.transact([
        { kind: 'put', item: { pk: DEAD_TASKS, sk: place, text, begun, error, givenUpAt: now() } },
        { kind: 'delete', key: { pk: TASKS, sk: place } },
      ])
    },
    sent: () => next.promise,
  }
}

// What a transaction takes.
const MOST = 100

const PAGE = 20

const waitingItem = z.object({ sk: z.string(), text: z.string(), begun: z.number() })

const waitingTask = (item: Item): WaitingTask => {
  const { sk, text, begun } = waitingItem.parse(item)
  return { place: sk, text, begun }
}
