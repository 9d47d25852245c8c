import type { Table } from '#store/table.ts'
import { openDatabase, orBusy } from './sqlite-database.ts'
import { openSqliteTable } from './sqlite-table.ts'

/** The table of the log of accesses in an SQLite file of its own, in which nothing can be changed or deleted by any statement. */
export const openSqliteAccessLog = (path: string): Table & { close(): void } => {
  const table = openSqliteTable(path)
  const database = openDatabase(path)
  try {
    for (const refused of REFUSED) orBusy(() => database.exec(trigger(refused)))
  } finally {
    database.close()
  }
  return table
}

// An INSERT OR REPLACE deletes without a trigger on deletions.
const REFUSED = [
  { name: 'never_updated', when: 'BEFORE UPDATE ON item' },
  { name: 'never_deleted', when: 'BEFORE DELETE ON item' },
  {
    name: 'never_replaced',
    when: 'BEFORE INSERT ON item WHEN EXISTS (SELECT 1 FROM item WHERE pk = NEW.pk AND sk = NEW.sk)',
  },
] as const

const trigger = ({ name, when }: (typeof REFUSED)[number]): string =>
  `CREATE TRIGGER IF NOT EXISTS ${name} ${when} BEGIN SELECT RAISE(ABORT, 'The log is only added to'); END`
