import { createServer } from 'node:http'
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { dynamodbCounts } from '#store/dynamodb-counts.ts'
import { describeCounts } from '../support/counts-contract.ts'
import { startDynalite } from '../support/dynalite-table.ts'
import { aDynamodbClient } from '../support/dynamodb-client.ts'
import { startDynamodbEndpoint } from '../support/dynamodb-endpoint.ts'

// Here nobody waits for an answer, and the machine may have more to do.
const milliseconds = 60_000

describeCounts('the counts in DynamoDB, through the endpoint of the tests', async () => {
  const table = openSqliteTable(':memory:')
  const endpoint = await startDynamodbEndpoint(table)
  const client = aDynamodbClient(endpoint.url)
  return {
    countRequest: dynamodbCounts({ client, tableName: 'items', milliseconds }),
    close: async () => {
      client.destroy()
      await endpoint.close()
      table.close()
    },
  }
})

describeCounts('the counts in DynamoDB, on dynalite', async () => {
  const { client, close } = await startDynalite()
  return { countRequest: dynamodbCounts({ client, tableName: 'items', milliseconds }), close }
})

const window = { client: 'hash', limit: 'all', endsAt: 1_795_600_010 }

describe('one count', () => {
  it('is one UpdateItem that adds, and sets when the item may go', async () => {
    const client = aDynamodbClient('http://127.0.0.1:1')
    const dynamodb = mockClient(client)
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: { requests: { N: '7' }, expiresAt: { N: '1795603610' } } })

    const count = await dynamodbCounts({ client, tableName: 'T' })(window)

    expect(count).toBe(7)
    expect(dynamodb.calls().map(({ args }) => args[0].input)).toStrictEqual([
      {
        TableName: 'T',
        Key: { pk: { S: 'CLIENT#hash' }, sk: { S: 'all#1795600010' } },
        UpdateExpression: 'SET #expiresAt = :expiresAt ADD #requests :one',
        ExpressionAttributeNames: { '#expiresAt': 'expiresAt', '#requests': 'requests' },
        ExpressionAttributeValues: { ':expiresAt': { N: '1795603610' }, ':one': { N: '1' } },
        ReturnValues: 'UPDATED_NEW',
      },
    ])
  })

  it('that is not told is no count', async () => {
    const client = aDynamodbClient('http://127.0.0.1:1')
    mockClient(client).on(UpdateItemCommand).resolves({})

    await expect(dynamodbCounts({ client, tableName: 'T' })(window)).rejects.toThrow('without telling')
  })

  it('that gets no answer is given up', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      silent.closeAllConnections()
      silent.close()
    })
    const address = silent.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no port')
    const client = aDynamodbClient(`http://127.0.0.1:${address.port}`)

    await expect(dynamodbCounts({ client, tableName: 'T', milliseconds: 20 })(window)).rejects.toThrow(/abort/i)
  })
})
