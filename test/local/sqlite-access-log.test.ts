import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openSqliteAccessLog } from '#local/sqlite-access-log.ts'
import { aDataFolder } from '../support/service.ts'

it.each([
  "UPDATE item SET attributes = '{}'",
  'DELETE FROM item',
  "INSERT OR REPLACE INTO item SELECT pk, sk, '{}', 2 FROM item",
])('the log can be added to and not changed, whoever opens its file: %s', async (statement) => {
  const path = join(aDataFolder(), 'access-log.db')
  const item = { pk: 'REGION#01#2026-11', sk: 'one', content: '{}' }
  const table = openSqliteAccessLog(path)
  await table.write({ kind: 'put', item, condition: { kind: 'absent' } })
  const database = new DatabaseSync(path)

  expect(() => database.exec(statement)).toThrow('The log is only added to')
  await expect(table.write({ kind: 'delete', key: item })).rejects.toThrow('The log is only added to')

  expect(await table.query({ pk: item.pk })).toEqual({ items: [item] })
  database.close()
  table.close()
})

it('the log is opened again with what it holds', async () => {
  const path = join(aDataFolder(), 'access-log.db')
  const item = { pk: 'REGION#01#2026-11', sk: 'one', content: '{}' }
  const first = openSqliteAccessLog(path)
  await first.write({ kind: 'put', item })
  first.close()

  const again = openSqliteAccessLog(path)

  expect(await again.get(item)).toEqual(item)
  again.close()
})
