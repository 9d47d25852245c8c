import { type DynamoDBClient, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'
import { marshalKey, unmarshalValue } from './dynamodb-attributes.ts'
import type { CountedWindow, CountRequest } from './request-counts.ts'

/** Where the counts are, and how long (in ms) one is waited for; the client should try once only, or a request is counted twice. */
export type DynamodbCountsOptions = {
  readonly client: DynamoDBClient
  readonly tableName: string
  readonly milliseconds?: number
}

/** Counts in a table of DynamoDB, for all functions together; throws whatever the SDK does when the count is not there in time. */
export const dynamodbCounts =
  ({ client, tableName, milliseconds = PATIENCE }: DynamodbCountsOptions): CountRequest =>
  async (window) => {
    const command = new UpdateItemCommand(countInput(tableName, window))
    const { Attributes } = await client.send(command, { abortSignal: AbortSignal.timeout(milliseconds) })
    const requests = Attributes?.requests && unmarshalValue(Attributes.requests)
    if (typeof requests !== 'number') throw new Error('DynamoDB has added to a count without telling it')
    return requests
  }

// A count takes some milliseconds; the first of a function that has just started, with its connection, some hundred.
const PATIENCE = 1000

/** The input of UpdateItem that adds one, and has the item go an hour after its window. */
export const countInput = (tableName: string, { client, limit, endsAt }: CountedWindow): UpdateItemCommandInput => ({
  TableName: tableName,
  Key: marshalKey({ pk: `CLIENT#${client}`, sk: `${limit}#${endsAt}` }),
  UpdateExpression: 'SET #expiresAt = :expiresAt ADD #requests :one',
  ExpressionAttributeNames: { '#expiresAt': 'expiresAt', '#requests': 'requests' },
  ExpressionAttributeValues: { ':expiresAt': { N: `${endsAt + 3600}` }, ':one': { N: '1' } },
  ReturnValues: 'UPDATED_NEW',
})
