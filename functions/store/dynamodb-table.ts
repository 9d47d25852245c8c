import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { answered, type DynamodbTableOptions } from './dynamodb-attempts.ts'
import { deleteInput, putInput, updateInput } from './dynamodb-inputs.ts'
import { dynamodbReads } from './dynamodb-reads.ts'
import { dynamodbTransactions, failureOf } from './dynamodb-transactions.ts'
import { type AttributeValue, type Item, type Table, TableBusyError, type Write, type WriteResult } from './table.ts'
import { checkWrite } from './table-limits.ts'

/**
 * The table in DynamoDB, with the string keys `pk` and `sk`.
 *
 * The SDK sends a request again when the answer to it was lost, so a single conditional write may be refused because of
 * itself. A put is then answered as applied when what stands is what it puts; an update or delete that finds its own
 * effect throws {@link TableBusyError}, as nobody can tell whose it was. Transactions carry a token and have no such case.
 * After a {@link TableBusyError} it is the caller who must treat a failure whose `existing` is what it wrote as applied.
 */
export const dynamodbTable = (options: DynamodbTableOptions): Table => {
  return {
    ...dynamodbReads(options),
    ...dynamodbTransactions(options),
    write: async (write) => {
      checkWrite(write)
      return answered(options, () => sendWrite(options, write))
    },
  }
}

const sendWrite = async ({ client, tableName }: DynamodbTableOptions, write: Write): Promise<WriteResult> => {
  try {
    switch (write.kind) {
      case 'put':
        await client.send(new PutItemCommand(putInput(tableName, write)))
        break
      case 'update':
        await client.send(new UpdateItemCommand(updateInput(tableName, write)))
        break
      case 'delete':
        await client.send(new DeleteItemCommand(deleteInput(tableName, write)))
        break
    }
    return { applied: true }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || write.condition === undefined) throw error
    const failure = failureOf(0, write.condition, error.Item)
    const wasSentAgain = (error.$metadata.attempts ?? 1) > 1
    if (!wasSentAgain || !isEffectOf(write, failure.existing)) return { applied: false, failures: [failure] }
    if (write.kind === 'put') return { applied: true }
    throw new TableBusyError('The write or one like it was applied, its answer lost', { cause: error })
  }
}

const isEffectOf = (write: Write, existing: Item | undefined): boolean => {
  switch (write.kind) {
    case 'put':
      return existing !== undefined && holdsAll(existing, write.item) && holdsAll(write.item, existing)
    case 'update':
      return existing !== undefined && holdsAll(existing, write.set)
    case 'delete':
      return existing === undefined
  }
}

const holdsAll = (item: Item, attributes: { readonly [attribute: string]: AttributeValue }): boolean =>
  Object.entries(attributes).every(([name, value]) => item[name] === value)
