import * as z from 'zod'

/** The name of the one table that the endpoint has. */
export const tableName = 'items'

const attributeValue = z.union([
  z.strictObject({ S: z.string() }),
  z.strictObject({ N: z.string() }),
  z.strictObject({ BOOL: z.boolean() }),
])
/** A key or an item, of the types that the table writes. */
export const attributes = z.record(z.string(), attributeValue)
const text64K = z.string().min(1)
const expressionFields = {
  TableName: z.literal(tableName),
  ExpressionAttributeNames: z.record(z.string().regex(/^#\w+$/), text64K).optional(),
  ExpressionAttributeValues: z.record(z.string().regex(/^:\w+$/), attributeValue).optional(),
}
const writeFields = {
  ...expressionFields,
  ConditionExpression: z.string().optional(),
  ReturnValuesOnConditionCheckFailure: z.literal('ALL_OLD').optional(),
}
/** The body of GetItem. */
export const getBody = z.strictObject({
  TableName: z.literal(tableName),
  Key: attributes,
  ConsistentRead: z.literal(true),
})
/** The body of Query. */
export const queryBody = z.strictObject({
  ...expressionFields,
  KeyConditionExpression: z.string(),
  ScanIndexForward: z.boolean(),
  ConsistentRead: z.literal(true),
  Limit: z.int().min(1).optional(),
  ExclusiveStartKey: attributes.optional(),
})
/** The body of PutItem, and a Put of TransactWriteItems. */
export const putBody = z.strictObject({ ...writeFields, Item: attributes })
/** The body of UpdateItem, and an Update of TransactWriteItems. */
export const updateBody = z.strictObject({ ...writeFields, Key: attributes, UpdateExpression: z.string().max(4096) })
/** The body of DeleteItem, and a Delete of TransactWriteItems. */
export const deleteBody = z.strictObject({ ...writeFields, Key: attributes })
/** One action of TransactWriteItems, its content not yet parsed. */
export const action = z.union([
  z.strictObject({ Put: z.unknown() }),
  z.strictObject({ Update: z.unknown() }),
  z.strictObject({ Delete: z.unknown() }),
])
/** The body of TransactWriteItems. */
export const transactBody = z.strictObject({
  TransactItems: z.array(action).min(1).max(100),
  ClientRequestToken: z.string().min(1).max(36),
})

/** The fields of a body that hold expressions and what these refer to. */
export type ExpressionFields = {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined
  readonly ExpressionAttributeValues?: Record<string, z.infer<typeof attributeValue>> | undefined
  readonly KeyConditionExpression?: string | undefined
  readonly UpdateExpression?: string | undefined
  readonly ConditionExpression?: string | undefined
}
