import { describe, expect, it } from 'vitest'
import { performScheduledExport } from '#functions/work/exporting.ts'
import type { Task } from '#functions/work/task.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { exportStore } from '#store/export-store.ts'
import { anEnvironment } from '../support/an-environment.ts'

const begun = (revision: number) => ({ revision, knownAt: '2020-04-13T05:00:00.000Z', exports: [], pattern: null })

describe('a schedule', () => {
  it('leaves a task for its month, and for those of the year before that are published already', async () => {
    const exports = exportStore(openSqliteTable(':memory:'))
    for (const month of ['2019-03', '2019-04', '2019-12', '2020-03']) await exports.begin('01', month, begun(1))
    await exports.begin('06', '2020-01', begun(1))
    const sent: Task[] = []
    const working = {
      ...(await anEnvironment()),
      exports,
      sendTasks: async (tasks: readonly Task[]) => void sent.push(...tasks),
    }

    await performScheduledExport(
      { kind: 'export-scheduled', region: '01', scheduled: 'monthly', at: '2020-04-13T03:00:00Z' },
      working,
    )

    expect(sent).toEqual(
      ['2020-03', '2019-12', '2019-04'].map((month) => ({ kind: 'export-month', region: '01', month })),
    )
  })

  it('that comes twice has its months published once', async () => {
    const environment = await anEnvironment()
    const task = {
      kind: 'export-scheduled',
      region: '01',
      scheduled: 'readmissions',
      at: '2020-05-03T03:00:00Z',
    } as const

    await performScheduledExport(task, environment)
    await performScheduledExport(task, environment)

    await expect
      .poll(async () => (await environment.exports.publications('01', '2020-03')).map(({ state }) => state), {
        timeout: 60_000,
      })
      .toEqual(['done'])
    expect((await environment.exports.published('01', 'all')).map(({ id }) => id)).toEqual(
      ['figures', 'left-out', 'national', 'series'].map((table) => `01~2020-03~${table}~all~1`),
    )
  })
})
