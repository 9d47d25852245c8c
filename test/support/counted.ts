import { createHash } from 'node:crypto'
import { type Pseudonyms, pseudonymFrom, pseudonymInput } from '#store/pseudonyms.ts'
import type { Table } from '#store/table.ts'
import { anAccessLog } from './an-access-log.ts'

/** How often what costs time was asked for, since the last reset. */
export type Counts = { readonly reset: () => void; readonly read: () => Readonly<Record<string, number>> }

/** A table, pseudonyms and a log of accesses that count what they are asked for: the time of an answer, as far as it can be tested. */
export const counted = () => {
  let counts: Record<string, number> = {}
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  const table = (of: Table): Table => ({
    get: (key) => {
      count('get')
      return of.get(key)
    },
    query: (query) => {
      count('query')
      return of.query(query)
    },
    write: (write) => {
      count('write')
      return of.write(write)
    },
    transact: (writes) => {
      count('transact')
      return of.transact(writes)
    },
  })
  const pseudonyms: Pseudonyms = {
    of: async (region, identityNumber) => {
      count('pseudonym')
      const digest = createHash('sha256').update(pseudonymInput(region, identityNumber)).digest()
      return { pseudonym: pseudonymFrom(digest), keyVersion: '1' }
    },
    keyVersions: async () => ['1'],
  }
  const { accessLog, accessLogReads } = anAccessLog()
  return {
    counts: {
      reset: () => {
        counts = {}
      },
      read: () => counts,
    } satisfies Counts,
    table,
    pseudonyms,
    accessLog: {
      accessLogReads,
      accessLog: {
        keep: async (record: Parameters<typeof accessLog.keep>[0]) => {
          count('access kept')
          await accessLog.keep(record)
        },
      },
    },
  }
}
