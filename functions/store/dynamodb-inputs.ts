import type {
  Delete,
  AttributeValue as DynamodbValue,
  GetItemCommandInput,
  Put,
  QueryCommandInput,
  TransactWriteItem,
  TransactWriteItemsCommandInput,
  Update,
} from '@aws-sdk/client-dynamodb'
import { marshalItem, marshalKey, marshalValue } from './dynamodb-attributes.ts'
import type { SortRange } from './sort-range.ts'
import type { AttributeValue, Condition, Key, Query, Write } from './table.ts'

/** The input of GetItem, strongly consistent. */
export const getInput = (tableName: string, key: Key): GetItemCommandInput => ({
  TableName: tableName,
  Key: marshalKey(key),
  ConsistentRead: true,
})

/** The input of Query for a range of one partition, strongly consistent, after the sort key `after` if one is given. */
export const queryInput = (
  tableName: string,
  query: Query,
  range: Exclude<SortRange, { readonly kind: 'nothing' }>,
  after: string | undefined,
): QueryCommandInput => {
  const { expression, values } = rangeExpression(range)
  const names = expression === undefined ? { '#pk': 'pk' } : { '#pk': 'pk', '#sk': 'sk' }
  return {
    TableName: tableName,
    KeyConditionExpression: expression === undefined ? '#pk = :pk' : `#pk = :pk AND ${expression}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':pk': { S: query.pk }, ...values },
    ScanIndexForward: query.descending !== true,
    ConsistentRead: true,
    ...(query.limit !== undefined && { Limit: query.limit }),
    ...(after !== undefined && { ExclusiveStartKey: marshalKey({ pk: query.pk, sk: after }) }),
  }
}

/** The input of PutItem, and the Put of a transaction. */
export const putInput = (tableName: string, write: Write & { readonly kind: 'put' }): Put => ({
  TableName: tableName,
  Item: marshalItem(write.item),
  ...conditionInput(write.condition),
})

/** The input of UpdateItem, and the Update of a transaction. */
export const updateInput = (tableName: string, write: Write & { readonly kind: 'update' }): Update => {
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...condition } = conditionInput(write.condition)
  const assignments = assignmentsOf(write.set)
  return {
    TableName: tableName,
    Key: marshalKey(write.key),
    UpdateExpression: assignments.expression,
    ...condition,
    ExpressionAttributeNames: { ...assignments.names, ...ExpressionAttributeNames },
    ExpressionAttributeValues: { ...assignments.values, ...ExpressionAttributeValues },
  }
}

/** The input of DeleteItem, and the Delete of a transaction. */
export const deleteInput = (tableName: string, write: Write & { readonly kind: 'delete' }): Delete => ({
  TableName: tableName,
  Key: marshalKey(write.key),
  ...conditionInput(write.condition),
})

/** The input of TransactWriteItems; one `token` makes sending it again within ten minutes apply it at most once. */
export const transactInput = (
  tableName: string,
  writes: readonly Write[],
  token: string,
): TransactWriteItemsCommandInput => ({
  TransactItems: writes.map((write) => transactItem(tableName, write)),
  ClientRequestToken: token,
})

const transactItem = (tableName: string, write: Write): TransactWriteItem => {
  switch (write.kind) {
    case 'put':
      return { Put: putInput(tableName, write) }
    case 'update':
      return { Update: updateInput(tableName, write) }
    case 'delete':
      return { Delete: deleteInput(tableName, write) }
  }
}

const rangeExpression = (
  range: Exclude<SortRange, { readonly kind: 'nothing' }>,
): { readonly expression?: string; readonly values: Record<string, DynamodbValue> } => {
  switch (range.kind) {
    case 'whole':
      return { values: {} }
    case 'prefix':
      return { expression: 'begins_with(#sk, :prefix)', values: { ':prefix': { S: range.prefix } } }
    case 'from':
      return { expression: '#sk >= :from', values: { ':from': { S: range.from } } }
    case 'to':
      return { expression: '#sk <= :to', values: { ':to': { S: range.to } } }
    case 'between':
      return { expression: '#sk BETWEEN :from AND :to', values: { ':from': { S: range.from }, ':to': { S: range.to } } }
  }
}

type ConditionInput = Pick<
  Delete,
  | 'ConditionExpression'
  | 'ExpressionAttributeNames'
  | 'ExpressionAttributeValues'
  | 'ReturnValuesOnConditionCheckFailure'
>

const conditionInput = (condition: Condition | undefined): ConditionInput => {
  switch (condition?.kind) {
    case undefined:
      return {}
    case 'absent':
      return { ...onPk, ConditionExpression: 'attribute_not_exists(#pk)' }
    case 'present':
      return { ...onPk, ConditionExpression: 'attribute_exists(#pk)' }
    case 'equals':
      return {
        ConditionExpression: '#condition = :condition',
        ExpressionAttributeNames: { '#condition': condition.attribute },
        ExpressionAttributeValues: { ':condition': marshalValue(condition.value) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }
  }
}

const onPk = {
  ExpressionAttributeNames: { '#pk': 'pk' },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} satisfies ConditionInput

const assignmentsOf = (set: { readonly [attribute: string]: AttributeValue }) => {
  const entries = Object.entries(set)
  return {
    expression: `SET ${entries.map((_, index) => `#a${index}=:a${index}`).join(',')}`,
    names: Object.fromEntries(entries.map(([name], index) => [`#a${index}`, name])),
    values: Object.fromEntries(entries.map(([, value], index) => [`:a${index}`, marshalValue(value)])),
  }
}
