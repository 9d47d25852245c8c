import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { startTaskLoop } from '#local/task-loop.ts'
import { taskQueue } from '#local/task-queue.ts'
import { aTask, simulating } from './a-task.ts'

// A process that can be killed: it sends as many tasks as it is told, and then performs slowly what waits in the folder.
const [folder = '', count = '0'] = process.argv.slice(2)
const write = (line: string): void => appendFileSync(join(folder, 'log'), `${line}\n`)

const queue = taskQueue(openSqliteTable(join(folder, 'fristdag.db')), () => new Date().toISOString())
await queue.send(Array.from({ length: Number(count) }, (_, index) => aTask(`s${index}`)))
write('sent')

startTaskLoop({
  queue,
  needed: undefined,
  log: ({ event }) => write(event),
  performers: simulating(async (simulation) => {
    write(`begins ${simulation}`)
    await wait(10)
    write(`ends ${simulation}`)
  }),
})
// The loop alone does not keep a process alive.
setInterval(() => undefined, 60_000)
