import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { parseTask } from '#functions/work/task.ts'
import type { LogEntry } from '#http/log-entry.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { startTaskLoop, type TaskLoop } from '#local/task-loop.ts'
import { DEAD_TASKS, TASKS, taskQueue } from '#local/task-queue.ts'
import { queryAll, type Table, TableBusyError } from '#store/table.ts'
import { aTask, simulating } from '../support/a-task.ts'
import { aDataFolder } from '../support/service.ts'

let table: Table
let performed: string[] = []
let logged: LogEntry[] = []
let failures: Map<string, number> = new Map()
beforeEach(() => {
  table = openSqliteTable(':memory:')
  performed = []
  logged = []
  failures = new Map()
})

const now = (): string => new Date().toISOString()
const queueOf = (of: Table = table) => taskQueue(of, now)
const log = (entry: LogEntry): void => void logged.push(entry)

const simulate = async (simulation: string): Promise<void> => {
  await wait(1)
  const left = failures.get(simulation) ?? 0
  failures.set(simulation, left - 1)
  performed.push(left > 0 ? `${simulation} fails` : simulation)
  if (left > 0) throw new RangeError('secret')
}

const start = (
  queue = queueOf(),
  given: { pauseBefore?: readonly number[]; stopMilliseconds?: number; by?: typeof simulate } = {},
): TaskLoop => {
  const { by = simulate, ...options } = given
  const loop = startTaskLoop({
    queue,
    performers: simulating(by),
    needed: undefined,
    log,
    pauseBefore: [5, 10],
    ...options,
  })
  onTestFinished(loop.stop)
  return loop
}

const inPartition = (pk: string) => queryAll(table, { pk })
const nothingWaits = () => vi.waitFor(async () => expect(await inPartition(TASKS)).toEqual([]))
const names = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`)

describe('the tasks of one machine', () => {
  it('are kept when sending answers, and performed in the order of sending', async () => {
    const queue = queueOf()
    await queue.send(names(120).map(aTask))
    await queue.send([aTask('last')])
    expect(await inPartition(TASKS)).toHaveLength(121)

    start(queue)
    await nothingWaits()

    expect(performed).toEqual([...names(120), 'last'])
    expect(logged).toEqual([])
  })

  it('are performed as soon as they are sent to a loop that waits', async () => {
    const queue = queueOf()
    start(queue)
    await wait(20)

    await queue.send([aTask('one')])
    await nothingWaits()

    expect(performed).toEqual(['one'])
  })

  it('are performed one at a time, with room for others between two', async () => {
    const queue = queueOf()
    let underWay = 0
    let most = 0
    const turns: string[] = []
    await queue.send(names(5).map(aTask))
    const clock = setInterval(() => turns.push('turn'), 0)
    onTestFinished(() => clearInterval(clock))

    start(queue, {
      by: async (simulation) => {
        underWay += 1
        most = Math.max(most, underWay)
        // A performer that never yields by itself.
        const end = performance.now() + 5
        while (performance.now() < end);
        turns.push(simulation)
        underWay -= 1
      },
    })
    await nothingWaits()

    expect(most).toBe(1)
    for (const name of names(4)) expect(turns[turns.indexOf(name) + 1]).toBe('turn')
  })

  it('that fail are tried again after growing pauses, while the others go on', async () => {
    const queue = queueOf()
    failures.set('bad', 2)
    await queue.send([aTask('bad'), aTask('good')])

    start(queue)
    await nothingWaits()

    expect(performed).toEqual(['bad fails', 'good', 'bad fails', 'bad'])
    expect(logged).toMatchObject([
      { event: 'task-failed', attempt: 1, task: aTask('bad'), error: { name: 'RangeError' } },
      { event: 'task-failed', attempt: 2 },
    ])
    expect(await inPartition(DEAD_TASKS)).toEqual([])
  })

  it('that fail every time are put aside with the name of their last error, and logged', async () => {
    const queue = queueOf()
    failures.set('bad', 99)
    await queue.send([aTask('bad')])

    start(queue)
    await nothingWaits()

    expect(performed).toHaveLength(3)
    const [dead, ...others] = await inPartition(DEAD_TASKS)
    expect(others).toEqual([])
    expect(dead).toMatchObject({ begun: 3, error: 'RangeError' })
    expect(parseTask(String(dead?.text))).toEqual(aTask('bad'))
    expect(logged.at(-1)).toMatchObject({ level: 'error', event: 'task-given-up', attempt: 3, task: aTask('bad') })
    expect(JSON.stringify([logged, dead])).not.toContain('secret')
  })

  it('of no kind that is known are put aside at once', async () => {
    await table.write({ kind: 'put', item: { pk: TASKS, sk: 'a', text: '{"kind":"closing"}', begun: 0 } })

    start()
    await nothingWaits()

    expect(await inPartition(DEAD_TASKS)).toMatchObject([{ sk: 'a', begun: 1, error: 'Unreadable' }])
    expect(logged.map(({ event }) => event)).toEqual(['task-unreadable', 'task-given-up'])
  })

  it('that ended the process at every attempt are put aside without another', async () => {
    const queue = queueOf()
    await table.write({ kind: 'put', item: { pk: TASKS, sk: 'a', text: JSON.stringify(aTask('bad')), begun: 3 } })
    await queue.send([aTask('good')])

    start(queue)
    await nothingWaits()

    expect(performed).toEqual(['good'])
    expect(await inPartition(DEAD_TASKS)).toMatchObject([{ sk: 'a', begun: 3, error: 'Interrupted' }])
  })

  it('wait out a table that cannot be used for a moment', async () => {
    let isBusy = true
    const queue = queueOf({
      ...table,
      query: async (query) => {
        if (isBusy) throw new TableBusyError('secret')
        return table.query(query)
      },
    })
    await queue.send([aTask('one')])

    start(queue)
    await vi.waitFor(() => expect(logged).toMatchObject([{ event: 'task-queue-failed' }]))
    isBusy = false
    await vi.waitFor(() => expect(performed).toEqual(['one']), 5_000)

    expect(JSON.stringify(logged)).not.toContain('secret')
  })
})

describe('a loop that is stopped', () => {
  it('lets the task under way finish and begins no other', async () => {
    const queue = queueOf()
    await queue.send([aTask('one'), aTask('two')])
    const begun = Promise.withResolvers<void>()
    const loop = start(queue, {
      by: async (simulation) => {
        begun.resolve()
        await wait(30)
        performed.push(simulation)
      },
    })
    await begun.promise

    await loop.stop()

    expect(performed).toEqual(['one'])
    expect(await inPartition(TASKS)).toMatchObject([{ text: JSON.stringify(aTask('two')), begun: 0 }])
  })

  it('waits no longer than it may for a task that does not end, which stays to be performed', async () => {
    const queue = queueOf()
    await queue.send([aTask('endless')])
    const begun = Promise.withResolvers<void>()
    const loop = start(queue, {
      stopMilliseconds: 20,
      by: () => {
        begun.resolve()
        return new Promise(() => undefined)
      },
    })
    await begun.promise

    await loop.stop()

    expect(await inPartition(TASKS)).toMatchObject([{ begun: 1 }])
  })

  it('can be stopped while it waits, and what is sent then is performed by the next', async () => {
    const queue = queueOf()
    const loop = start(queue)
    await wait(10)
    await loop.stop()
    await queue.send([aTask('one')])
    await wait(10)
    expect(performed).toEqual([])

    start(queueOf())
    await nothingWaits()

    expect(performed).toEqual(['one'])
  })
})

it('what was sent before the file was closed is performed when it is opened again', async () => {
  const folder = aDataFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'fristdag.db')
  const before = openSqliteTable(path)
  await queueOf(before).send(names(3).map(aTask))
  before.close()
  const after = openSqliteTable(path)
  table = after

  const loop = start()
  await nothingWaits()
  await loop.stop()
  after.close()

  expect(performed).toEqual(names(3))
})
