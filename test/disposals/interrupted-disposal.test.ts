import { describe, expect, it } from 'vitest'
import { publishShipped } from '#agreements/publish.ts'
import { disposeMonth } from '#functions/disposals/dispose-month.ts'
import { rulingOf } from '#functions/disposals/disposing.ts'
import { composeEnvironment } from '#functions/environment.ts'
import type { Table } from '#store/table.ts'
import { aClosingCounty, aTableWithTheAct, aTickingClock, REGION } from '../support/a-closing-county.ts'
import { aCloser, askToClose, MONTH, performAll, stay, work } from '../support/a-month-to-close.ts'
import { aRetentionText } from '../support/a-retention-rule.ts'
import { aShelf } from '../support/a-shelf.ts'
import { aWatchedTable } from '../support/a-watched-table.ts'
import { interruptedTable } from '../support/interrupted-table.ts'

/** A month that was closed, corrected and published, beside another, in a table that remembers every key. */
const aClosedMonth = async () => {
  const table = aWatchedTable(await aTableWithTheAct())
  const county = aClosingCounty({ table, now: aTickingClock() })
  const version = { kind: 'version', charge: 'excess', somaticOnly: false, signed: true } as const
  await performAll(county, [
    { ...version, from: '2021-12-01', level: '1.5' },
    stay(0, 4, '2022-01-10'),
    stay(1, 5, '2022-01-20'),
    stay(2, 2, '2022-01-21', '1780'),
    stay(3, 2, '2022-02-21'),
  ])
  const closer = aCloser(table)
  await askToClose(closer)
  await work(closer)
  await performAll(closer, [stay(4, 9, '2022-01-22')])
  await work(closer)
  await closer.perform({ kind: 'export-month', region: REGION, month: MONTH })
  await publishShipped(
    closer.environment.rules,
    [{ path: 'national/retention.v2.yaml', yaml: aRetentionText(REGION) }],
    AT,
  )
  return table
}

const AT = '2040-01-08T03:00:00.000Z'

const disposeIn = async (table: Table) => {
  const environment = composeEnvironment({
    ...aClosingCounty({ table, now: () => AT }).environment,
    table,
    ...aShelf(),
  })
  const ruling = await rulingOf(environment, REGION)
  if (ruling === undefined) throw new Error('The region has decided')
  return disposeMonth(environment, MONTH, ruling)
}

/** What is left, but rules, records of disposal and where units and months are listed, which tell of no stay. */
const leftIn = async (table: Awaited<ReturnType<typeof aClosedMonth>>): Promise<readonly string[]> =>
  (await table.left()).map(({ pk, sk }) => `${pk} ${sk}`).filter((name) => !KEPT.test(name))

const KEPT = /^(CATALOG|A#|M#|N#|XA#|DISPOSALS#|DISPOSED#)/

describe('a disposal', () => {
  it('leaves nothing of the month, and all of the month beside it', async () => {
    const table = await aClosedMonth()
    const before = await leftIn(table)

    expect(await disposeIn(table)).toMatchObject({
      result: 'disposed',
      documents: { episodes: 4, revisions: 4, statements: 2, corrections: 1 },
    })

    expect(new Set(before.map((name) => name.split('#')[0]))).toEqual(
      new Set(['E', 'P', 'U', 'C', 'K', 'CLOSED', 'XP', 'X']),
    )
    expect(await leftIn(table)).toEqual([
      'E#17#3 R#000001',
      'P#17#Z4sGCpANiOCYPO5zEAAqLhbx4gUCS9vw 3',
      'U#1715#-#2022-02 17#3#000001',
    ])
  })

  it('that is interrupted after any of its writes goes on to the same end, on one record', async () => {
    const whole = await aClosedMonth()
    await disposeIn(whole)
    const end = await leftIn(whole)

    for (let diesAfter = 1; ; diesAfter += 1) {
      const table = await aClosedMonth()
      const dying = interruptedTable(table, { diesAfter })
      await disposeIn(dying).catch((error: unknown) => {
        if (!dying.isDead()) throw error
      })
      await disposeIn(table)

      expect(await leftIn(table), `after ${diesAfter}`).toEqual(end)
      const records = await composeEnvironment(aClosingCounty({ table, now: () => AT }).environment).disposals.records(
        REGION,
      )
      expect(records, `after ${diesAfter}`).toMatchObject([
        { number: 1, doneAt: AT, documents: { episodes: 4, statements: 2 } },
      ])
      if (!dying.isDead()) break
    }
  }, 120_000)
})
