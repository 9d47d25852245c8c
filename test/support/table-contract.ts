import { afterAll, beforeAll, describe } from 'vitest'
import type { Table } from '#store/table.ts'
import { describeItems } from './table-contract-items.ts'
import { describeLimits } from './table-contract-limits.ts'
import { describeModel } from './table-contract-model.ts'
import { describeQueries } from './table-contract-queries.ts'
import type { TableCapabilities, TableSubject } from './table-contract-subject.ts'
import { describeTransactions } from './table-contract-transactions.ts'
import { describeWrites } from './table-contract-writes.ts'

/** An open table, and how to let go of it. */
export type OpenTable = { readonly table: Table; close(): Promise<void> | void }

/** Everything that the doc comments of the Table port promise, as tests on one table that `open` gives. */
export const describeTable = (name: string, open: () => Promise<OpenTable>, capabilities: TableCapabilities): void => {
  describe(name, () => {
    let opened: OpenTable | undefined
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(async () => {
      await opened?.close()
    })
    const subject: TableSubject = {
      capabilities,
      table: () => {
        if (opened === undefined) throw new Error('The table is not open')
        return opened.table
      },
    }

    describeItems(subject)
    describeWrites(subject)
    describeQueries(subject)
    describeTransactions(subject)
    describeLimits(subject)
    describeModel(subject)
  })
}
