import { RequestThrottled, SendMessageBatchCommand, SQSClient, SQSServiceException } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { QueueBusyError } from '#store/queue-busy.ts'
import { sqsSender } from '#store/sqs-sender.ts'
import { startSqsEndpoint } from '../support/sqs-endpoint.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const queueUrl = 'https://sqs.eu-north-1.amazonaws.com/1/tasks'
const client = new SQSClient({ region: 'eu-north-1', credentials })

let sleeps = 0
const send = sqsSender({
  client,
  queueUrl,
  attempts: 3,
  sleep: async () => {
    sleeps += 1
  },
})
const texts = (count: number) => Array.from({ length: count }, (_, index) => `text ${index}`)
const entries = (...bodies: readonly string[]) => bodies.map((MessageBody, index) => ({ Id: `${index}`, MessageBody }))
const failed = (Id: string, SenderFault = false) => ({ Id, SenderFault, Code: 'InternalError' })

describe('the sender', () => {
  const sqs = mockClient(client)
  const sent = () => sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input)
  beforeEach(() => {
    sqs.reset()
    sqs.on(SendMessageBatchCommand).resolves({})
    sleeps = 0
  })
  afterEach(() => sqs.reset())

  it('sends ten at a time, in order', async () => {
    await send(texts(12))

    expect(sent()).toEqual([
      { QueueUrl: queueUrl, Entries: entries(...texts(10)) },
      { QueueUrl: queueUrl, Entries: entries('text 10', 'text 11') },
    ])
  })

  it('sends nothing when there is nothing', async () => {
    await send([])

    expect(sent()).toEqual([])
  })

  it('sends again, after a pause, only what was not taken', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [failed('1')], Successful: [] })
      .resolves({})

    await send(texts(3))

    expect(sent()[1]).toEqual({ QueueUrl: queueUrl, Entries: entries('text 1') })
    expect(sleeps).toBe(1)
  })

  it('is busy when something is not taken at any attempt', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [failed('0')], Successful: [] })

    await expect(send(texts(1))).rejects.toThrow(QueueBusyError)

    expect(sent()).toHaveLength(3)
  })

  const metadata = { $metadata: { httpStatusCode: 400 }, message: 'from SQS' }
  it.each([
    ['it throttles', new RequestThrottled(metadata)],
    ['it fails', new SQSServiceException({ ...metadata, name: 'InternalFailure', $fault: 'server' })],
    ['it cannot be reached', Object.assign(new Error(), { code: 'ECONNREFUSED' })],
  ])('is busy when %s, with the cause', async (_, cause) => {
    sqs.on(SendMessageBatchCommand).rejects(cause)

    await expect(send(texts(1))).rejects.toMatchObject({ name: 'QueueBusyError', cause })
  })

  it('does not try again what SQS refuses for good, and does not repeat its text', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [failed('0', true)], Successful: [] })

    await expect(send(texts(1))).rejects.toThrow(/^SQS refuses a message: InternalError$/)

    expect(sent()).toHaveLength(1)
  })

  it('lets the refusal of a grant through as it is', async () => {
    const denied = new SQSServiceException({ ...metadata, name: 'AccessDenied', $fault: 'client' })
    sqs.on(SendMessageBatchCommand).rejects(denied)

    await expect(send(texts(1))).rejects.toBe(denied)
  })
})

it('what is sent through the SDK arrives as it was', async () => {
  const taken: string[] = []
  const endpoint = await startSqsEndpoint((queue, { body }) => taken.push(`${queue}: ${body}`))
  onTestFinished(endpoint.close)
  const real = new SQSClient({ region: 'eu-north-1', credentials, endpoint: endpoint.url })

  await sqsSender({ client: real, queueUrl: `${endpoint.url}/tasks` })(texts(12))

  expect(taken).toEqual(texts(12).map((text) => `tasks: ${text}`))
})
