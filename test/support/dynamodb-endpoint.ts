import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { marshalItem, marshalKey } from '#store/dynamodb-attributes.ts'
import { type Failure, type Table, TableBusyError, TableLimitError, type WriteResult } from '#store/table.ts'
import { counting } from './dynamodb-counts.ts'
import {
  parseDelete,
  parseGet,
  parsePut,
  parseQuery,
  parseTransaction,
  parseUpdate,
  UnknownRequestError,
  type WriteRequest,
} from './dynamodb-requests.ts'

/**
 * DynamoDB's JSON 1.0 protocol on 127.0.0.1 over any table, for exactly the requests that the adapter sends.
 *
 * Refuses with ValidationException what it does not know, and reads that are not consistent. The table is called `items`.
 */
export const startDynamodbEndpoint = async (
  table: Table,
): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const answer = answering(table)
  const server = createServer((request, response) => {
    void respond(request, response, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
type Answering = (target: string | undefined, body: unknown) => Promise<Answer>

const respond = async (request: IncomingMessage, response: ServerResponse, answer: Answering): Promise<void> => {
  const target = request.headers['x-amz-target']
  const { status, body } = await parsedBody(request)
    .then((parsed) => answer(String(target), parsed))
    .catch(errorAnswer)
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
}

const parsedBody = async (request: IncomingMessage): Promise<unknown> => JSON.parse(await text(request))

const answering = (table: Table): Answering => {
  const transact = transacting(table)
  const count = counting(table)
  return async (target, body) => {
    switch (target) {
      case 'DynamoDB_20120810.GetItem':
        return get(table, body)
      case 'DynamoDB_20120810.Query':
        return query(table, body)
      case 'DynamoDB_20120810.PutItem':
        return write(table, parsePut(body))
      case 'DynamoDB_20120810.UpdateItem': {
        const counted = count(body)
        return counted === undefined ? write(table, parseUpdate(body)) : answered(await counted)
      }
      case 'DynamoDB_20120810.DeleteItem':
        return write(table, parseDelete(body))
      case 'DynamoDB_20120810.TransactWriteItems':
        return transact(body)
      default:
        return refused('com.amazon.coral.service#UnknownOperationException', `Unknown operation: ${target}`)
    }
  }
}

const get = async (table: Table, body: unknown): Promise<Answer> => {
  const item = await table.get(parseGet(body))
  return answered(item === undefined ? {} : { Item: marshalItem(item) })
}

const query = async (table: Table, body: unknown): Promise<Answer> => {
  const { items, cursor } = await table.query(parseQuery(body))
  const last = items.at(-1)
  const counted = { Items: items.map(marshalItem), Count: items.length, ScannedCount: items.length }
  return answered(
    cursor === undefined || last === undefined ? counted : { ...counted, LastEvaluatedKey: marshalKey(last) },
  )
}

const write = async (table: Table, request: WriteRequest): Promise<Answer> => {
  const result = await table.write(request.write)
  if (result.applied) return answered({})
  const item = itemOf(result.failures[0], request)
  return refused(`${service}ConditionalCheckFailedException`, 'The conditional request failed', item)
}

// A token that was applied answers the same again; with other content it is refused.
const transacting = (table: Table): ((body: unknown) => Promise<Answer>) => {
  const appliedBodies = new Map<string, string>()
  return async (body) => {
    const { token, writes } = parseTransaction(body)
    const content = JSON.stringify(body)
    const applied = appliedBodies.get(token)
    if (applied === content) return answered({})
    if (applied !== undefined) return refused(`${service}IdempotentParameterMismatchException`, 'The token is in use')
    const result = await table.transact(writes.map((request) => request.write))
    if (!result.applied) return cancelled(writes, result)
    appliedBodies.set(token, content)
    return answered({})
  }
}

const cancelled = (
  writes: readonly WriteRequest[],
  { failures }: WriteResult & { readonly applied: false },
): Answer => {
  const reasons = writes.map((request, index) => {
    const failure = failures.find((candidate) => candidate.index === index)
    if (failure === undefined) return { Code: 'None' }
    return { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...itemOf(failure, request) }
  })
  const codes = reasons.map(({ Code }) => Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return refused(`${service}TransactionCanceledException`, message, { CancellationReasons: reasons })
}

const itemOf = (failure: Failure | undefined, { returnsExisting }: WriteRequest) =>
  failure?.existing === undefined || !returnsExisting ? {} : { Item: marshalItem(failure.existing) }

const service = 'com.amazonaws.dynamodb.v20120810#'
const validation = 'com.amazon.coral.validate#ValidationException'

const answered = (body: Readonly<Record<string, unknown>>): Answer => ({ status: 200, body })

const refused = (type: string, message: string, more: Readonly<Record<string, unknown>> = {}): Answer => ({
  status: 400,
  body: { __type: type, message, ...more },
})

const errorAnswer = (error: unknown): Answer => {
  if (error instanceof TableLimitError || error instanceof UnknownRequestError)
    return refused(validation, error.message)
  if (error instanceof SyntaxError) return refused('com.amazon.coral.service#SerializationException', error.message)
  const message = error instanceof TableBusyError ? error.message : String(error)
  return { status: 500, body: { __type: `${service}InternalServerError`, message } }
}
