import type { Table, Write, WriteResult } from '#store/table.ts'
import { checkWrite, checkWrites } from '#store/table-limits.ts'
import { failuresOf, itemsAfter, keyOf } from './applied-writes.ts'
import { inTransaction, openDatabase, orBusy } from './sqlite-database.ts'
import { sqliteItems } from './sqlite-items.ts'
import { readsOf } from './sqlite-reads.ts'

/**
 * The table in one SQLite file (or `:memory:`), created if absent in a directory that exists.
 *
 * What was answered is on disk: killing the process or the machine loses nothing, and the next open recovers by itself.
 * Several processes may open one file. Throws TableBusyError when the disk is full, fails or is held by another.
 */
export const openSqliteTable = (path: string): Table & { close(): void } => {
  const database = openDatabase(path)
  const items = orBusy(() => sqliteItems(database))

  const apply = (writes: readonly Write[]): WriteResult =>
    inTransaction(database, () => {
      const existing = writes.map((write) => items.get(keyOf(write)))
      const failures = failuresOf(writes, existing)
      if (failures.length > 0) return { applied: false, failures }
      const after = itemsAfter(writes, existing)
      for (const [index, write] of writes.entries()) {
        const item = after[index]
        if (item === undefined) items.remove(keyOf(write))
        else items.put(item)
      }
      return { applied: true }
    })

  return {
    ...readsOf(items),
    write: async (write) => {
      checkWrite(write)
      return orBusy(() => apply([write]))
    },
    transact: async (writes) => {
      checkWrites(writes)
      return orBusy(() => apply(writes))
    },
    close: () => database.close(),
  }
}
