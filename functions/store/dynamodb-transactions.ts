import { randomUUID } from 'node:crypto'
import {
  type DynamoDBClient,
  type AttributeValue as DynamodbValue,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { answered, type DynamodbTableOptions } from './dynamodb-attempts.ts'
import { unmarshalItem } from './dynamodb-attributes.ts'
import { isConflict } from './dynamodb-errors.ts'
import { transactInput } from './dynamodb-inputs.ts'
import type { Condition, Failure, Table, Write, WriteResult } from './table.ts'
import { checkWrites } from './table-limits.ts'

/** The transactions of the table in DynamoDB, in a module without other commands: what only adds to a table needs no more. */
export const dynamodbTransactions = (options: DynamodbTableOptions): Pick<Table, 'transact'> => {
  const { client, tableName } = options
  return {
    transact: async (writes) => {
      checkWrites(writes)
      // A cancelled transaction has not used up its token; one that was applied answers the same again, not twice.
      const input = transactInput(tableName, writes, randomUUID())
      return answered(options, () => sendTransaction(client, input, writes))
    },
  }
}

const sendTransaction = async (
  client: DynamoDBClient,
  input: ReturnType<typeof transactInput>,
  writes: readonly Write[],
): Promise<WriteResult> => {
  try {
    await client.send(new TransactWriteItemsCommand(input))
    return { applied: true }
  } catch (error) {
    // With a conflict among the reasons not every condition need have been evaluated.
    if (!(error instanceof TransactionCanceledException) || isConflict(error)) throw error
    const failures = failuresOf(error, writes)
    if (failures.length === 0) throw error
    return { applied: false, failures }
  }
}

const failuresOf = (error: TransactionCanceledException, writes: readonly Write[]): readonly Failure[] =>
  (error.CancellationReasons ?? []).flatMap(({ Code, Item }, index) => {
    const condition = writes[index]?.condition
    return Code !== 'ConditionalCheckFailed' || condition === undefined ? [] : failureOf(index, condition, Item)
  })

/** What a condition that did not hold tells, with the item that stood in the way. */
export const failureOf = (
  index: number,
  condition: Condition,
  existing: Record<string, DynamodbValue> | undefined,
): Failure => (existing === undefined ? { index, condition } : { index, condition, existing: unmarshalItem(existing) })
