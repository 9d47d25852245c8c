import * as z from 'zod'
import { unmarshalItem, unmarshalValue } from '#store/dynamodb-attributes.ts'
import { cursorAt } from '#store/sort-range.ts'
import type { AttributeValue, Condition, Key, Query, Write } from '#store/table.ts'
import {
  type action,
  type attributes,
  deleteBody,
  type ExpressionFields,
  getBody,
  putBody,
  queryBody,
  transactBody,
  updateBody,
} from './dynamodb-bodies.ts'

/** The request is one that the endpoint does not know, or that DynamoDB refuses. */
export class UnknownRequestError extends Error {
  override readonly name = 'UnknownRequestError'
}

/** A request body of a single write, with whether a failure is to carry the item. */
export type WriteRequest = { readonly write: Write; readonly returnsExisting: boolean }

/** The key of a GetItem body, which must ask for a consistent read. */
export const parseGet = (body: unknown): Key => keyOf(parse(getBody, body).Key)

/** The query of a Query body, which must ask for a consistent read. */
export const parseQuery = (body: unknown): Query => {
  const request = parse(queryBody, body)
  const { resolved, value } = expressionsOf(request)
  const pk = text(value(':pk'))
  const range = rangeOf(resolved(request.KeyConditionExpression), value)
  const start = request.ExclusiveStartKey === undefined ? undefined : keyOf(request.ExclusiveStartKey)
  if (start !== undefined && start.pk !== pk) throw new UnknownRequestError('The provided starting key is invalid')
  return {
    pk,
    ...range,
    descending: !request.ScanIndexForward,
    ...(request.Limit !== undefined && { limit: request.Limit }),
    ...(start !== undefined && { cursor: cursorAt(start.sk) }),
  }
}

/** The write of a PutItem body, or of the Put of a transaction. */
export const parsePut = (body: unknown): WriteRequest => {
  const request = parse(putBody, body)
  const condition = conditionOf(request.ConditionExpression, expressionsOf(request))
  return withCondition({ kind: 'put', item: unmarshalItem(request.Item) }, condition, request)
}

/** The write of an UpdateItem body, or of the Update of a transaction. */
export const parseUpdate = (body: unknown): WriteRequest => {
  const request = parse(updateBody, body)
  const expressions = expressionsOf(request)
  const set = assignmentsOf(request.UpdateExpression, expressions)
  const condition = conditionOf(request.ConditionExpression, expressions)
  return withCondition({ kind: 'update', key: keyOf(request.Key), set }, condition, request)
}

/** The write of a DeleteItem body, or of the Delete of a transaction. */
export const parseDelete = (body: unknown): WriteRequest => {
  const request = parse(deleteBody, body)
  const condition = conditionOf(request.ConditionExpression, expressionsOf(request))
  return withCondition({ kind: 'delete', key: keyOf(request.Key) }, condition, request)
}

/** The token and the writes of a TransactWriteItems body. */
export const parseTransaction = (
  body: unknown,
): { readonly token: string; readonly writes: readonly WriteRequest[] } => {
  const { ClientRequestToken, TransactItems } = parse(transactBody, body)
  return { token: ClientRequestToken, writes: TransactItems.map(parseAction) }
}

const parse = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const result = schema.safeParse(body)
  if (!result.success) throw new UnknownRequestError(z.prettifyError(result.error))
  return result.data
}

const parseAction = (item: z.infer<typeof action>): WriteRequest => {
  if ('Put' in item) return parsePut(item.Put)
  return 'Update' in item ? parseUpdate(item.Update) : parseDelete(item.Delete)
}

const keyOf = (key: z.infer<typeof attributes>): Key => {
  const { pk, sk, ...others } = unmarshalItem(key)
  if (Object.keys(others).length > 0)
    throw new UnknownRequestError('The provided key element does not match the schema')
  return { pk, sk }
}

type Expressions = {
  readonly resolved: (expression: string) => string
  readonly name: (placeholder: string) => string
  readonly value: (placeholder: string) => AttributeValue
}

// As DynamoDB, refuses placeholders that are used and not given, or given and not used.
const expressionsOf = (fields: ExpressionFields): Expressions => {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = fields
  const expressions = [fields.KeyConditionExpression, fields.UpdateExpression, fields.ConditionExpression]
  const used = new Set(expressions.join(' ').match(/[#:]\w+/g))
  const given = new Set([...Object.keys(names), ...Object.keys(values)])
  const unmatched = [...used, ...given].filter((placeholder) => !used.has(placeholder) || !given.has(placeholder))
  if (unmatched.length > 0) throw new UnknownRequestError(`Undefined or unused in expressions: ${unmatched.join()}`)
  const name = (placeholder: string) => defined(names[placeholder])
  return {
    resolved: (expression) => expression.replace(/#[ps]k\b/g, name),
    name,
    value: (placeholder) => unmarshalValue(defined(values[placeholder])),
  }
}

const rangeOf = (expression: string, value: Expressions['value']): Partial<Query> => {
  switch (expression) {
    case 'pk = :pk':
      return {}
    case 'pk = :pk AND begins_with(sk, :prefix)':
      return { prefix: text(value(':prefix')) }
    case 'pk = :pk AND sk >= :from':
      return { from: text(value(':from')) }
    case 'pk = :pk AND sk <= :to':
      return { to: text(value(':to')) }
    case 'pk = :pk AND sk BETWEEN :from AND :to':
      return { from: text(value(':from')), to: text(value(':to')) }
    default:
      throw new UnknownRequestError(`Unknown KeyConditionExpression: ${expression}`)
  }
}

const conditionOf = (source: string | undefined, { resolved, name, value }: Expressions): Condition | undefined => {
  switch (source === undefined ? undefined : resolved(source)) {
    case undefined:
      return undefined
    case 'attribute_not_exists(pk)':
      return { kind: 'absent' }
    case 'attribute_exists(pk)':
      return { kind: 'present' }
    case '#condition = :condition':
      return { kind: 'equals', attribute: name('#condition'), value: value(':condition') }
    default:
      throw new UnknownRequestError(`Unknown ConditionExpression: ${source}`)
  }
}

const assignmentsOf = (source: string, { name, value }: Expressions): Record<string, AttributeValue> => {
  if (!/^SET #\w+=:\w+(,#\w+=:\w+)*$/.test(source)) throw new UnknownRequestError(`Unknown UpdateExpression: ${source}`)
  const assignments = source.slice('SET '.length).split(',')
  return Object.fromEntries(assignments.map((part) => part.split('=')).map(([n = '', v = '']) => [name(n), value(v)]))
}

const withCondition = (
  write: Write,
  condition: Condition | undefined,
  request: { readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | undefined },
): WriteRequest => ({
  write: condition === undefined ? write : { ...write, condition },
  returnsExisting: request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
})

const text = (value: AttributeValue): string => {
  if (typeof value !== 'string') throw new UnknownRequestError('Condition parameter type does not match schema type')
  return value
}

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new UnknownRequestError('An expression attribute is not defined')
  return value
}
