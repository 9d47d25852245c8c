import dynalite from 'dynalite'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { aDynamodbClient, createTable } from '#test/support/dynamodb-client.ts'
import { describeTable } from '#test/support/table-contract.ts'

const open = async () => {
  const server = dynalite({ createTableMs: 0 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port')
  const client = aDynamodbClient(`http://127.0.0.1:${address.port}`)
  await createTable(client, 'items')
  return {
    table: dynamodbTable({ client, tableName: 'items' }),
    close: async () => {
      client.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

describeTable('the DynamoDB table on dynalite', open, {
  transactions: false, // dynalite 4.0.0 does not know TransactWriteItems
  existing: false, // dynalite 4.0.0 ignores ReturnValuesOnConditionCheckFailure
  pagesBelowLimit: false, // dynalite 4.0.0 ends a page with the item that takes it past 1 MB, not before
  boundsByBytes: false, // dynalite 4.0.0 compares the bounds of BETWEEN by UTF-16 units, though it sorts by bytes
})
