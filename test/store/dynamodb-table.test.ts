import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { type Condition, type Table, TableBusyError, type Write } from '#store/table.ts'
import { aDynamodbClient } from '#test/support/dynamodb-client.ts'
import { startDynamodbEndpoint } from '#test/support/dynamodb-endpoint.ts'
import { describeTable } from '#test/support/table-contract.ts'

const over = async (table: Table) => {
  const endpoint = await startDynamodbEndpoint(table)
  const client = aDynamodbClient(endpoint.url)
  return {
    client,
    table: dynamodbTable({ client, tableName: 'items' }),
    close: async () => {
      client.destroy()
      await endpoint.close()
    },
  }
}

describeTable('the DynamoDB table over the protocol', () => over(openSqliteTable(':memory:')), { transactions: true })

const aTable = async (table: Table = openSqliteTable(':memory:')) => {
  const opened = await over(table)
  onTestFinished(opened.close)
  return { ...opened, under: table }
}

// The first request is applied, and its answer lost on the way: the SDK sends the same request again.
const losingFirstAnswer = (client: DynamoDBClient): void => {
  let isLost = false
  client.middlewareStack.add(
    (next) => async (request) => {
      const answer = await next(request)
      if (isLost) return answer
      isLost = true
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    },
    { step: 'deserialize', priority: 'high' },
  )
}

const item = { pk: 'p', sk: 's', version: 1 }
const absent: Condition = { kind: 'absent' }
const versionIs = (value: number): Condition => ({ kind: 'equals', attribute: 'version', value })

describe('a write whose answer is lost', () => {
  it('is applied when it puts on absence and its very item stands', async () => {
    const { table, client, under } = await aTable()
    losingFirstAnswer(client)

    const result = await table.write({ kind: 'put', item, condition: absent })

    expect(result).toStrictEqual({ applied: true })
    expect(await under.get(item)).toStrictEqual(item)
  })

  it('is refused when it puts on absence and another item stands', async () => {
    const { table, client, under } = await aTable()
    const existing = { ...item, version: 2 }
    await under.write({ kind: 'put', item: existing })
    losingFirstAnswer(client)

    const result = await table.write({ kind: 'put', item, condition: absent })

    expect(result).toStrictEqual({ applied: false, failures: [{ index: 0, condition: absent, existing }] })
  })

  it.each<Write>([
    { kind: 'update', key: item, set: { version: 2 }, condition: versionIs(1) },
    { kind: 'delete', key: item, condition: versionIs(1) },
  ])('makes the table busy when it is a conditional $kind that finds its own effect', async (write) => {
    const { table, client, under } = await aTable()
    await under.write({ kind: 'put', item })
    losingFirstAnswer(client)

    await expect(table.write(write)).rejects.toThrow(TableBusyError)
  })

  it('is applied once when it is a transaction, by its token', async () => {
    const { table, client, under } = await aTable()
    await under.write({ kind: 'put', item })
    losingFirstAnswer(client)

    const result = await table.transact([{ kind: 'update', key: item, set: { version: 2 }, condition: versionIs(1) }])

    expect(result).toStrictEqual({ applied: true })
    expect(await under.get(item)).toStrictEqual({ ...item, version: 2 })
  })
})

describe('an endpoint that does not answer', () => {
  it('makes the table busy, with the cause', async () => {
    const client = aDynamodbClient('http://127.0.0.1:1')
    onTestFinished(() => client.destroy())
    const table = dynamodbTable({ client, tableName: 'items' })

    const result = table.get(item)

    await expect(result).rejects.toThrow(TableBusyError)
    await expect(result).rejects.toHaveProperty('cause.code', 'ECONNREFUSED')
  })

  it('makes the table busy when it fails inside', async () => {
    const fail = () => Promise.reject(new Error('broken'))
    const { table } = await aTable({ get: fail, query: fail, write: fail, transact: fail })

    await expect(table.get(item)).rejects.toThrow(TableBusyError)
    await expect(table.query({ pk: 'p' })).rejects.toThrow(TableBusyError)
    await expect(table.write({ kind: 'put', item })).rejects.toThrow(TableBusyError)
    await expect(table.transact([{ kind: 'put', item }])).rejects.toThrow(TableBusyError)
  })
})

describe('the protocol endpoint', () => {
  const key = { pk: { S: 'p' }, sk: { S: 's' } }
  const refusal = { name: 'ValidationException' }

  it('refuses reads that are not consistent', async () => {
    const { client } = await aTable()
    const get = new GetItemCommand({ TableName: 'items', Key: key })
    const query = new QueryCommand({
      TableName: 'items',
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': { S: 'p' } },
      ScanIndexForward: true,
    })

    await expect(client.send(get)).rejects.toMatchObject(refusal)
    await expect(client.send(query)).rejects.toMatchObject(refusal)
  })

  it('refuses expressions that it does not know, and names or values without use', async () => {
    const { client } = await aTable()
    const names = { '#pk': 'pk' }
    const bodies = [
      { ConditionExpression: 'attribute_not_exists(pk) OR size(#pk) > :n', ExpressionAttributeNames: names },
      { ConditionExpression: 'attribute_not_exists(#pk)' },
      { ConditionExpression: 'attribute_not_exists(#pk)', ExpressionAttributeNames: { ...names, '#sk': 'sk' } },
      { ExpressionAttributeNames: names },
    ]

    for (const body of bodies) {
      const put = new PutItemCommand({ TableName: 'items', Item: key, ...body })
      await expect(client.send(put)).rejects.toMatchObject(refusal)
    }
  })
})
