import { dynamodbTable } from '#store/dynamodb-table.ts'
import { startDynalite } from '#test/support/dynalite-table.ts'
import { describeTable } from '#test/support/table-contract.ts'

const open = async () => {
  const { client, close } = await startDynalite()
  return { table: dynamodbTable({ client, tableName: 'items' }), close }
}

describeTable('the DynamoDB table on dynalite', open, {
  transactions: false, // dynalite 4.0.0 does not know TransactWriteItems
  existing: false, // dynalite 4.0.0 ignores ReturnValuesOnConditionCheckFailure
  pagesBelowLimit: false, // dynalite 4.0.0 ends a page with the item that takes it past 1 MB, not before
  boundsByBytes: false, // dynalite 4.0.0 compares the bounds of BETWEEN by UTF-16 units, though it sorts by bytes
})
