import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Task } from '#functions/work/task.ts'
import type { Table } from '#store/table.ts'
import type { ClosingCounty } from '../support/a-closing-county.ts'
import { aCloser, aMonthToClose, aRecorder, askToClose, performAll, stay, work } from '../support/a-month-to-close.ts'
import { expectTruth, linesIn } from '../support/closed-lines.ts'
import { listsOf, receiptsOf } from '../support/closing-history.ts'
import { interruptedTable } from '../support/interrupted-table.ts'
import { pausingTable } from '../support/pausing-table.ts'
import { runs } from '../support/runs.ts'

const uninterrupted = async () => {
  const county = aCloser(await aMonthToClose())
  await askToClose(county)
  await work(county)
  return receiptsOf(county)
}

/** The liabilities of the month by their unit, each with its status. */
const shown = async (county: ClosingCounty): Promise<ReadonlyMap<string, readonly string[]>> => {
  const lists = await listsOf(county)
  const liabilities: readonly { municipality: string; status: string }[] = JSON.parse(lists[1] ?? '').liabilities
  const byUnit = Map.groupBy(liabilities, ({ municipality }) => municipality)
  return new Map([...byUnit].map(([unit, own]) => [unit, own.map(({ status }) => status)]))
}

describe('a closing whose process is killed after any of its writes', () => {
  it('gives the receipts of one that is not, and never shows half an account', async () => {
    const whole = await uninterrupted()
    const moments = new Set<string>()

    for (let diesAfter = 1; ; diesAfter += 1) {
      const [table, waiting] = [await aMonthToClose(), []]
      const dying = interruptedTable(table, { diesAfter })
      await askToClose(aCloser(dying, waiting))
      await work(aCloser(dying, waiting), dying.isDead)
      const next = aCloser(table, waiting)
      const units = await shown(next)
      for (const [id, kept] of await receiptsOf(next)) expect(kept, `after ${diesAfter}`).toBe(whole.get(id))
      await askToClose(next)
      await work(next)

      expect([...units.keys()], `after ${diesAfter}`).toEqual(['1715', '1780'])
      for (const statuses of units.values()) expect(new Set(statuses).size, `after ${diesAfter}`).toBe(1)
      expect(await receiptsOf(next), `after ${diesAfter}`).toEqual(whole)
      expect((await linesIn(next)).corrections).toEqual([])
      moments.add(JSON.stringify([...units]))
      if (!dying.isDead()) break
    }

    // Neither unit closed, the first alone, both.
    expect(moments.size).toBe(3)
    for (const [id, kept] of whole) if (!id.endsWith(' steps')) expect(kept).toContain(digestOf(kept))
  }, 120_000)
})

const digestOf = (kept: string): string =>
  createHash('sha256')
    .update(kept.slice(kept.indexOf(' ') + 1))
    .digest('hex')

describe('two workers that perform every task of a closing at once', () => {
  it('give one statement of each, the same as one worker, and correct nothing twice', async () => {
    const whole = await uninterrupted()

    for (let seed = 0; seed < runs(500); seed += 1) {
      const table = await aMonthToClose()
      const [one, other] = [pausingTable(table), pausingTable(table)]
      const workers = [aCloser(one), aCloser(other)]
      for (const worker of workers) await askToClose(worker)
      one.pauseBy(seed)
      other.pauseBy(seed + 1_000_000)
      await Promise.all(workers.map((worker) => Promise.all(worker.waiting.splice(0).map(worker.perform))))
      const recorder = aRecorder(table, [])
      const closed = await receiptsOf(recorder)
      await performAll(recorder, [stay(3, 6, '2022-01-12')])
      const [late] = recorder.waiting
      if (late !== undefined) await Promise.all([...workers, ...workers].map((worker) => worker.perform(late)))

      // 4 and 6 days over a level of 1.5 are 7 days instead of 2.5: 4.5 more, of 9 300.00.
      expect(closed, `seed ${seed}`).toEqual(whole)
      expect(await linesIn(recorder), `seed ${seed}`).toEqual({
        statements: [...whole.keys()].filter((id) => !id.endsWith(' steps')),
        corrections: ['1715 4185000'],
      })
    }
  }, 120_000)
})

describe('a closing that another worker has finished meanwhile', () => {
  it('leaves nothing uncorrected, also when its own process is killed', async () => {
    const statements = new Set<number>()

    for (let moment = 0, isOver = false; !isOver; moment += 1)
      for (let diesAfter = 1, isAlive = false; !isAlive; diesAfter += 1) {
        const [table, waiting]: [Table, Task[]] = [await aMonthToClose(), []]
        const [closer, recorder] = [aCloser(table, waiting), aRecorder(table, waiting)]
        await askToClose(closer)
        const [task] = closer.waiting.splice(0).filter((sent) => 'municipality' in sent && sent.municipality === '1780')
        if (task === undefined) throw new Error('There is no task')
        const interrupted = interruptedTable(table, {
          diesAfter,
          before: async (accesses) => {
            if (accesses !== moment) return
            await performAll(recorder, [{ ...stay(2, 2, '2022-01-21', '1780'), told: 'cancelled' }])
            await recorder.perform(task)
          },
        })
        waiting.push(task)
        await work(aCloser(interrupted, waiting), interrupted.isDead)
        isAlive = !interrupted.isDead()
        isOver = interrupted.accesses() <= moment
        await work(recorder)

        await expectTruth(recorder, `at ${moment}, killed after ${diesAfter}`)
        statements.add((await linesIn(recorder)).statements.length)
      }

    expect([...statements].sort()).toEqual([0, 1])
  }, 120_000)
})
