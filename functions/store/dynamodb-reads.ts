import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { answered, type DynamodbTableOptions } from './dynamodb-attempts.ts'
import { unmarshalItem } from './dynamodb-attributes.ts'
import { getInput, queryInput } from './dynamodb-inputs.ts'
import { cursorAt, sortRangeOf } from './sort-range.ts'
import type { ReadOnlyTable } from './table.ts'
import { checkKey } from './table-limits.ts'

/** The reading part of the table in DynamoDB, in a module without commands that write: what imports no more needs no more. */
export const dynamodbReads = (options: DynamodbTableOptions): ReadOnlyTable => {
  const { client, tableName } = options
  return {
    get: async (key) => {
      checkKey(key)
      const { Item } = await answered(options, () => client.send(new GetItemCommand(getInput(tableName, key))))
      return Item === undefined ? undefined : unmarshalItem(Item)
    },
    query: async (query) => {
      const { range, after } = sortRangeOf(query)
      if (range.kind === 'nothing') return { items: [] }
      const input = queryInput(tableName, query, range, after)
      const { Items = [], LastEvaluatedKey } = await answered(options, () => client.send(new QueryCommand(input)))
      const items = Items.map(unmarshalItem)
      return LastEvaluatedKey === undefined
        ? { items }
        : { items, cursor: cursorAt(unmarshalItem(LastEvaluatedKey).sk) }
    },
  }
}
