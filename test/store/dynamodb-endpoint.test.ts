import { randomUUID } from 'node:crypto'
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe } from 'vitest'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { aDynamodbClient, createTable } from '#test/support/dynamodb-client.ts'
import { describeTable } from '#test/support/table-contract.ts'

const { DYNAMODB_ENDPOINT: endpoint, AWS_ACCESS_KEY_ID, AWS_REGION: region = 'eu-north-1' } = process.env

const open = async () => {
  if (endpoint === undefined) throw new Error('DYNAMODB_ENDPOINT is not set')
  const isOnAws = AWS_ACCESS_KEY_ID !== undefined
  const client = isOnAws ? new DynamoDBClient({ endpoint, region }) : aDynamodbClient(endpoint)
  const tableName = `table-contract-${randomUUID()}`
  await createTable(client, tableName)
  return {
    table: dynamodbTable({ client, tableName }),
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: tableName }))
      client.destroy()
    },
  }
}

describe.skipIf(endpoint === undefined)(
  'on an endpoint of your own (skipped unless DYNAMODB_ENDPOINT names it)',
  () => {
    describeTable(`the DynamoDB table on ${endpoint}`, open, { transactions: true })
  },
)
