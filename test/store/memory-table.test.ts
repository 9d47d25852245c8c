import { memoryTable } from '../support/memory-table.ts'
import { describeTable } from '../support/table-contract.ts'

describeTable(
  'the table in memory that properties use',
  async () => ({ table: memoryTable(), close: () => undefined }),
  {
    transactions: true,
  },
)
