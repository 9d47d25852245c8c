import { GetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import type { Condition, Query, Write } from '#store/table.ts'
import { aDynamodbClient } from '#test/support/dynamodb-client.ts'

const client = aDynamodbClient('http://127.0.0.1:1')
const dynamodb = mockClient(client)
const table = dynamodbTable({ client, tableName: 'T' })
beforeEach(() => {
  dynamodb.reset()
})

const key = { pk: 'p', sk: 's' }
const Key = { pk: { S: 'p' }, sk: { S: 's' } }
const absent: Condition = { kind: 'absent' }
const present: Condition = { kind: 'present' }
const versionIs1: Condition = { kind: 'equals', attribute: 'version', value: 1 }

describe('a read', () => {
  it('gets one item consistently', async () => {
    dynamodb.on(GetItemCommand).resolves({ Item: { ...Key, n: { N: '1.5' }, b: { BOOL: false } } })

    const found = await table.get(key)

    expect(dynamodb.calls().map(({ args }) => args[0].input)).toStrictEqual([
      { TableName: 'T', Key, ConsistentRead: true },
    ])
    expect(found).toStrictEqual({ ...key, n: 1.5, b: false })
  })

  it.each<[Omit<Query, 'pk'>, object]>([
    [{}, { KeyConditionExpression: '#pk = :pk', ExpressionAttributeNames: { '#pk': 'pk' } }],
    [
      { prefix: 'a' },
      {
        KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: 'p' }, ':prefix': { S: 'a' } },
      },
    ],
    [
      { from: 'a' },
      {
        KeyConditionExpression: '#pk = :pk AND #sk >= :from',
        ExpressionAttributeValues: { ':pk': { S: 'p' }, ':from': { S: 'a' } },
      },
    ],
    [
      { to: 'b' },
      {
        KeyConditionExpression: '#pk = :pk AND #sk <= :to',
        ExpressionAttributeValues: { ':pk': { S: 'p' }, ':to': { S: 'b' } },
      },
    ],
    [
      { from: 'a', to: 'b', limit: 5, descending: true },
      {
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': { S: 'p' }, ':from': { S: 'a' }, ':to': { S: 'b' } },
        ScanIndexForward: false,
        Limit: 5,
      },
    ],
  ])('queries %j consistently', async (range, expected) => {
    dynamodb.on(QueryCommand).resolves({ Items: [] })

    await table.query({ pk: 'p', ...range })

    expect(dynamodb.call(0).args[0].input).toStrictEqual({
      TableName: 'T',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ':pk': { S: 'p' } },
      ScanIndexForward: true,
      ConsistentRead: true,
      ...expected,
    })
  })

  it('starts the next page at the last key of the one before', async () => {
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [Key], LastEvaluatedKey: Key })
      .resolves({ Items: [] })

    const { cursor = '' } = await table.query({ pk: 'p' })
    await table.query({ pk: 'p', cursor })

    expect(dynamodb.call(1).args[0].input).toHaveProperty('ExclusiveStartKey', Key)
  })

  it('asks nothing about an empty range', async () => {
    expect(await table.query({ pk: 'p', from: 'b', to: 'a' })).toStrictEqual({ items: [] })
    expect(dynamodb.calls()).toHaveLength(0)
  })
})

const ReturnValuesOnConditionCheckFailure = 'ALL_OLD'
const onVersion1 = { ConditionExpression: '#condition = :condition', ReturnValuesOnConditionCheckFailure }
const inputs: readonly (readonly [string, Write, object])[] = [
  ['Put', { kind: 'put', item: { ...key, n: 1e21 } }, { TableName: 'T', Item: { ...Key, n: { N: '1e+21' } } }],
  [
    'Put',
    { kind: 'put', item: key, condition: absent },
    {
      TableName: 'T',
      Item: Key,
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ReturnValuesOnConditionCheckFailure,
    },
  ],
  [
    'Update',
    { kind: 'update', key, set: { version: 2, size: 'x' }, condition: versionIs1 },
    {
      TableName: 'T',
      Key,
      UpdateExpression: 'SET #a0=:a0,#a1=:a1',
      ...onVersion1,
      ExpressionAttributeNames: { '#a0': 'version', '#a1': 'size', '#condition': 'version' },
      ExpressionAttributeValues: { ':a0': { N: '2' }, ':a1': { S: 'x' }, ':condition': { N: '1' } },
    },
  ],
  [
    'Delete',
    { kind: 'delete', key: { ...key }, condition: present },
    {
      TableName: 'T',
      Key,
      ConditionExpression: 'attribute_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ReturnValuesOnConditionCheckFailure,
    },
  ],
]

describe('a write', () => {
  it.each(inputs)('sends one %s with its condition', async (_, write, expected) => {
    dynamodb.onAnyCommand().resolves({})

    await table.write(write)

    expect(dynamodb.calls().map(({ args }) => args[0].input)).toStrictEqual([expected])
  })
})

describe('a transaction', () => {
  it('sends the same inputs as single writes, in order, with a token of its own', async () => {
    dynamodb.on(TransactWriteItemsCommand).resolves({})
    const distinct = inputs.slice(1).map(([kind, write, input], n) => ({
      write: at(write, `${n}`),
      action: { [kind]: JSON.parse(JSON.stringify(input).replace('"sk":{"S":"s"}', `"sk":{"S":"${n}"}`)) },
    }))
    const writes = distinct.map(({ write }) => write)

    await table.transact(writes)
    await table.transact(writes)

    const [first, second] = dynamodb.commandCalls(TransactWriteItemsCommand).map(({ args }) => args[0].input)
    expect(first?.TransactItems).toStrictEqual(distinct.map(({ action }) => action))
    expect(first?.ClientRequestToken).toMatch(/^[0-9a-f-]{36}$/)
    expect(second?.ClientRequestToken).not.toBe(first?.ClientRequestToken)
  })
})

const at = (write: Write, sk: string): Write =>
  write.kind === 'put' ? { ...write, item: { ...write.item, sk } } : { ...write, key: { ...write.key, sk } }
