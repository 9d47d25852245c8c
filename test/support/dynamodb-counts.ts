import * as z from 'zod'
import { marshalValue } from '#store/dynamodb-attributes.ts'
import type { Table } from '#store/table.ts'
import { tableName } from './dynamodb-bodies.ts'

const text = z.strictObject({ S: z.string().min(1) })
const number = z.strictObject({ N: z.string().regex(/^[0-9]+$/) })

/** The one UpdateItem that adds. */
const countBody = z.strictObject({
  TableName: z.literal(tableName),
  Key: z.strictObject({ pk: text, sk: text }),
  UpdateExpression: z.literal('SET #expiresAt = :expiresAt ADD #requests :one'),
  ExpressionAttributeNames: z.strictObject({
    '#expiresAt': z.literal('expiresAt'),
    '#requests': z.literal('requests'),
  }),
  ExpressionAttributeValues: z.strictObject({ ':expiresAt': number, ':one': z.strictObject({ N: z.literal('1') }) }),
  ReturnValues: z.literal('UPDATED_NEW'),
})

/** Answers the request that counts, over any table, one after the other; undefined for what is no such request. */
export const counting = (table: Table) => {
  let last: Promise<unknown> = Promise.resolve()
  return (body: unknown) => {
    const parsed = countBody.safeParse(body)
    if (!parsed.success) return undefined
    const answered = last.then(() => count(table, parsed.data))
    last = answered.catch(() => undefined)
    return answered
  }
}

const count = async (table: Table, { Key, ExpressionAttributeValues }: z.infer<typeof countBody>) => {
  const key = { pk: Key.pk.S, sk: Key.sk.S }
  const expiresAt = Number(ExpressionAttributeValues[':expiresAt'].N)
  const requests = Number((await table.get(key))?.requests ?? 0) + 1
  await table.write({ kind: 'put', item: { ...key, expiresAt, requests } })
  return { Attributes: { expiresAt: marshalValue(expiresAt), requests: marshalValue(requests) } }
}
