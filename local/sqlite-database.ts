import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { TableBusyError } from '#store/table.ts'

/** A connection whose commits are on disk when they return, and whose readers do not wait for a writer. */
export const openDatabase = (path: string): DatabaseSync =>
  orBusy(() => {
    const database = new DatabaseSync(path, { timeout: patience })
    switchToWal(database)
    database.exec('PRAGMA synchronous = FULL')
    // What is removed is overwritten, so that it cannot be read out of the file.
    database.exec('PRAGMA secure_delete = ON')
    return database
  })

/** A connection to a file that is there, through which SQLite writes nothing to it. */
export const openToRead = (path: string): DatabaseSync =>
  orBusy(() => new DatabaseSync(path, { readOnly: true, timeout: patience }))

/** Empties the log of a database, in which what was removed can still be read; left as it is while others use the file. */
export const forgetRemoved = (path: string): void => {
  const database = new DatabaseSync(path, { timeout: patience })
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** Where the table of a data folder lies. */
export const databaseIn = (dataFolder: string): string => join(dataFolder, 'fristdag.db')

/** What `work` returns, committed; nothing of it is kept when it or the commit throws. */
export const inTransaction = <T>(database: DatabaseSync, work: () => T): T => {
  // Not deferred: one that reads before it writes could not wait for its turn.
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } finally {
    // SQLite itself has rolled back after some errors, such as a full disk.
    if (database.isTransaction) database.exec('ROLLBACK')
  }
}

/** What `work` returns; throws {@link TableBusyError} when the file is held by another, the disk full or failing. */
export const orBusy = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (busyCodes.has(primaryCode(error))) {
      throw new TableBusyError('The database file cannot be used now', { cause: error })
    }
    throw error
  }
}

// How many milliseconds to wait for the lock of another process.
const patience = 2000

// Result codes of https://sqlite.org/rescode.html
const sqliteBusy = 5
const sqliteLocked = 6
const sqliteIoerr = 10
const sqliteFull = 13
const busyCodes = new Set([sqliteBusy, sqliteLocked, sqliteIoerr, sqliteFull])

// Of two processes that switch a new file at once SQLite refuses one without waiting: it would be a deadlock.
const switchToWal = (database: DatabaseSync): void => {
  const deadline = performance.now() + patience
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (primaryCode(error) !== sqliteBusy || performance.now() > deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

// The low byte of the extended code, or 0 for an error that is not SQLite's.
const primaryCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0
