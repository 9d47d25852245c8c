import { openSqliteTable } from '#local/sqlite-table.ts'
import { accessLog, accessLogReads } from '#store/access-log.ts'

/** A log of accesses in memory, to be added to and read. */
export const anAccessLog = () => {
  const table = openSqliteTable(':memory:')
  return { accessLog: accessLog(table), accessLogReads: accessLogReads(table) }
}
