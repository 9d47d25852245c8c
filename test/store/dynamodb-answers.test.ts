import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBServiceException,
  GetItemCommand,
  InternalServerError,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { type Condition, TableBusyError, TableLimitError } from '#store/table.ts'
import { aDynamodbClient } from '#test/support/dynamodb-client.ts'

const client = aDynamodbClient('http://127.0.0.1:1')
const dynamodb = mockClient(client)
let sleeps: number[] = []
const sleep = async (milliseconds: number) => {
  sleeps.push(milliseconds)
}
const table = dynamodbTable({ client, tableName: 'T', attempts: 3, sleep })
beforeEach(() => {
  dynamodb.reset()
  sleeps = []
})

const key = { pk: 'p', sk: 's' }
const Key = { pk: { S: 'p' }, sk: { S: 's' } }
const absent: Condition = { kind: 'absent' }
const present: Condition = { kind: 'present' }
const versionIs1: Condition = { kind: 'equals', attribute: 'version', value: 1 }

const message = 'from DynamoDB'
const metadata = (attempts = 1) => ({ message, $metadata: { httpStatusCode: 400, attempts } })
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({ ...metadata(), CancellationReasons: codes.map((Code) => ({ Code })) })
const validation = (text: string) =>
  new DynamoDBServiceException({ ...metadata(), name: 'ValidationException', $fault: 'client', message: text })

describe('a write', () => {
  it.each([
    [PutItemCommand, { kind: 'put', item: { ...key, version: 2 }, condition: versionIs1 }],
    [UpdateItemCommand, { kind: 'update', key, set: { version: 2 }, condition: versionIs1 }],
    [DeleteItemCommand, { kind: 'delete', key, condition: versionIs1 }],
  ] as const)('is refused with the item that stands', async (_, write) => {
    const standing = { ...Key, version: { N: '2' } }
    dynamodb.onAnyCommand().rejects(new ConditionalCheckFailedException({ ...metadata(), Item: standing }))

    const result = await table.write(write)

    const failure = { index: 0, condition: versionIs1, existing: { ...key, version: 2 } }
    expect(result).toStrictEqual({ applied: false, failures: [failure] })
  })

  it('is applied when the SDK has sent it again and its very item stands', async () => {
    const standing = { ...Key, version: { N: '2' } }
    const again = new ConditionalCheckFailedException({ ...metadata(2), Item: standing })
    dynamodb.on(PutItemCommand).rejects(again)

    const same = await table.write({ kind: 'put', item: { ...key, version: 2 }, condition: absent })
    const other = await table.write({ kind: 'put', item: { ...key, version: 2, more: 1 }, condition: absent })

    expect([same.applied, other.applied]).toStrictEqual([true, false])
  })

  it('is sent again after a conflict with a transaction', async () => {
    dynamodb.on(PutItemCommand).rejectsOnce(new TransactionConflictException(metadata())).resolves({})

    const result = await table.write({ kind: 'put', item: key })

    expect(result).toStrictEqual({ applied: true })
    expect(sleeps).toHaveLength(1)
  })
})

describe('a transaction', () => {
  it('lists the conditions that failed, by the places of the reasons', async () => {
    const standing = { ...Key, version: { N: '2' } }
    const CancellationReasons = [
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Item: standing },
      { Code: 'ConditionalCheckFailed' },
    ]
    dynamodb
      .on(TransactWriteItemsCommand)
      .rejects(new TransactionCanceledException({ ...metadata(), CancellationReasons }))

    const result = await table.transact([
      { kind: 'put', item: { pk: 'p', sk: '0' } },
      { kind: 'put', item: key, condition: absent },
      { kind: 'delete', key: { pk: 'p', sk: '2' }, condition: present },
    ])

    const failures = [
      { index: 1, condition: absent, existing: { ...key, version: 2 } },
      { index: 2, condition: present },
    ]
    expect(result).toStrictEqual({ applied: false, failures })
    expect(sleeps).toStrictEqual([])
  })

  it.each([
    cancelled('None', 'TransactionConflict'),
    cancelled('ConditionalCheckFailed', 'ThrottlingError'),
    cancelled('ProvisionedThroughputExceeded', 'None'),
    new TransactionInProgressException({ ...metadata(), Message: message }),
  ])('is sent again with the same token after a conflict, then applied (%#)', async (error) => {
    dynamodb.on(TransactWriteItemsCommand).rejectsOnce(error).rejectsOnce(error).resolves({})

    const result = await table.transact([{ kind: 'put', item: key, condition: absent }])

    const tokens = dynamodb.commandCalls(TransactWriteItemsCommand).map(({ args }) => args[0].input.ClientRequestToken)
    expect(result).toStrictEqual({ applied: true })
    expect(tokens).toHaveLength(3)
    expect(new Set(tokens).size).toBe(1)
    expect(sleeps).toHaveLength(2)
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(50)
  })

  it('is busy after the last attempt, with the cause', async () => {
    const error = cancelled('TransactionConflict')
    dynamodb.on(TransactWriteItemsCommand).rejects(error)

    const result = table.transact([{ kind: 'put', item: key }])

    await expect(result).rejects.toThrow(TableBusyError)
    await expect(result).rejects.toHaveProperty('cause', error)
    expect(dynamodb.calls()).toHaveLength(3)
  })

  it('breaks a limit when a reason is the size of an item', async () => {
    const Message = 'Item size to update has exceeded the maximum allowed size'
    const CancellationReasons = [{ Code: 'ValidationError', Message }]
    dynamodb
      .on(TransactWriteItemsCommand)
      .rejects(new TransactionCanceledException({ ...metadata(), CancellationReasons }))

    await expect(table.transact([{ kind: 'update', key, set: { n: 1 } }])).rejects.toThrow(TableLimitError)
  })
})

describe('an error', () => {
  it.each([
    new ProvisionedThroughputExceededException(metadata()),
    new DynamoDBServiceException({ ...metadata(), name: 'ThrottlingException', $fault: 'client' }),
    new InternalServerError({ message, $metadata: { httpStatusCode: 500 } }),
    new DynamoDBServiceException({ name: 'Unknown', $fault: 'client', $metadata: { httpStatusCode: 503 } }),
    Object.assign(new Error(message), { code: 'ECONNRESET' }),
    Object.assign(new Error(message), { name: 'TimeoutError' }),
  ])('that may pass makes the table busy after what the SDK has tried (%s)', async (error) => {
    dynamodb.onAnyCommand().rejects(error)

    for (const result of [table.get(key), table.query({ pk: 'p' }), table.write({ kind: 'put', item: key })]) {
      await expect(result).rejects.toThrow(TableBusyError)
      await expect(result).rejects.toHaveProperty('cause', error)
    }
    expect(sleeps).toStrictEqual([])
  })

  it('of size breaks a limit', async () => {
    dynamodb.onAnyCommand().rejects(validation('Item size to update has exceeded the maximum allowed size'))

    await expect(table.write({ kind: 'update', key, set: { n: 1 } })).rejects.toThrow(TableLimitError)
  })

  it.each([
    validation('Invalid ConditionExpression: Syntax error'),
    new DynamoDBServiceException({ ...metadata(), name: 'AccessDeniedException', $fault: 'client' }),
    new TypeError('a mistake of ours'),
  ])('that is a broken promise comes as it is (%s)', async (error) => {
    dynamodb.onAnyCommand().rejects(error)

    await expect(table.get(key)).rejects.toBe(error)
  })

  it('is thrown for an item that this table does not write', async () => {
    dynamodb.on(GetItemCommand).resolves({ Item: { ...Key, list: { L: [] } } })

    await expect(table.get(key)).rejects.toThrow('neither string, number nor boolean')
  })
})
