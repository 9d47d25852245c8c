import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { DEAD_TASKS, TASKS } from '#local/task-queue.ts'
import { queryAll } from '#store/table.ts'
import { randomFrom } from '../support/random.ts'
import { aDataFolder } from '../support/service.ts'

const TASKS_SENT = 40
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

it('a process that is killed while it performs tasks loses none, and the next goes on with the one that was under way', async () => {
  const folder = aDataFolder()
  const random = randomFrom(seed)
  const running = new Set<ChildProcess>()
  onTestFinished(() => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })
  const spawned = (count: number): ChildProcess => {
    const child = spawn(process.execPath, ['test/support/task-process.ts', folder, `${count}`], { stdio: 'inherit' })
    running.add(child)
    return child
  }
  let kills = 0

  for (let child = spawned(TASKS_SENT); ; child = spawned(0)) {
    const goal = Math.min(TASKS_SENT, doneIn(folder).size + 4)
    while (doneIn(folder).size < goal) await wait(2)
    await wait(random.below(15))
    child.kill('SIGKILL')
    await once(child, 'exit')
    running.delete(child)
    kills += 1
    if (doneIn(folder).size === TASKS_SENT) break
  }

  const sent = Array.from({ length: TASKS_SENT }, (_, index) => `s${index}`)
  expect([...doneIn(folder)], `SEED=${seed}`).toEqual(sent)
  expect(kills).toBeGreaterThan(1)
  // One for each kill at most: whatever was under way begins once more, and nothing that was done and noted does.
  expect(endedIn(folder).length - TASKS_SENT).toBeLessThanOrEqual(kills)
  const table = openSqliteTable(join(folder, 'fristdag.db'))
  expect((await queryAll(table, { pk: TASKS })).length).toBeLessThanOrEqual(1)
  expect(await queryAll(table, { pk: DEAD_TASKS })).toEqual([])
  table.close()
}, 120_000)

const doneIn = (folder: string): ReadonlySet<string> => new Set(endedIn(folder))

const endedIn = (folder: string): readonly string[] => {
  const path = join(folder, 'log')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('ends ') ? [line.slice('ends '.length)] : []))
}
