import type { AttributeValue as DynamodbValue } from '@aws-sdk/client-dynamodb'
import type { AttributeValue, Item, Key } from './table.ts'

/** A value in the form of DynamoDB's protocol. */
export const marshalValue = (value: AttributeValue): DynamodbValue => {
  switch (typeof value) {
    case 'string':
      return { S: value }
    case 'number':
      return { N: String(value) }
    case 'boolean':
      return { BOOL: value }
  }
}

/** An item in the form of DynamoDB's protocol. */
export const marshalItem = (item: Item): Record<string, DynamodbValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, marshalValue(value)]))

/** A key, and nothing else that its object may hold, in the form of DynamoDB's protocol. */
export const marshalKey = ({ pk, sk }: Key): Record<string, DynamodbValue> => ({ pk: { S: pk }, sk: { S: sk } })

/** The item in an answer of DynamoDB; throws if it is not one that this table writes. */
export const unmarshalItem = (attributes: Record<string, DynamodbValue>): Item => {
  const item = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, unmarshalValue(value)]))
  const { pk, sk } = item
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('A stored item has no key of strings')
  return { ...item, pk, sk }
}

/** The value in an answer of DynamoDB; throws if it is not of a type that this table writes. */
export const unmarshalValue = (value: DynamodbValue): AttributeValue => {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return Number(value.N)
  if (value.BOOL !== undefined) return value.BOOL
  throw new Error('A stored attribute is neither string, number nor boolean')
}
