import { setTimeout } from 'node:timers/promises'
import {
  SendMessageBatchCommand,
  type SendMessageBatchCommandInput,
  type SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs'
import { delayBefore } from './backoff.ts'
import { isOfNetwork } from './network-failure.ts'
import { QueueBusyError } from './queue-busy.ts'

/** Which queue, and how often (`attempts`) and how patiently (`sleep`, in ms) what it did not take is sent again. */
export type SqsSenderOptions = {
  readonly client: SQSClient
  readonly queueUrl: string
  readonly attempts?: number
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** Sends texts to a queue of SQS; when it resolves all are kept. Throws {@link QueueBusyError} when it may help to send them again. */
export const sqsSender =
  (options: SqsSenderOptions) =>
  async (texts: readonly string[]): Promise<void> => {
    for (let start = 0; start < texts.length; start += MOST) await sendSome(options, texts.slice(start, start + MOST))
  }

/** The input of SendMessageBatch, at most ten texts; the id of an entry is its place. */
export const batchInput = (queueUrl: string, texts: readonly string[]): SendMessageBatchCommandInput => ({
  QueueUrl: queueUrl,
  Entries: texts.map((text, index) => ({ Id: String(index), MessageBody: text })),
})

const MOST = 10

// What SQS keeps of a batch it keeps alone: only the rest is sent again.
const sendSome = async (options: SqsSenderOptions, texts: readonly string[]): Promise<void> => {
  const { attempts = 6, sleep = setTimeout } = options
  let left = texts
  for (let attempt = 1; ; attempt += 1) {
    left = await notTaken(options, left)
    if (left.length === 0) return
    if (attempt >= attempts) throw new QueueBusyError('SQS did not take every message')
    await sleep(delayBefore(attempt))
  }
}

const notTaken = async (
  { client, queueUrl }: SqsSenderOptions,
  texts: readonly string[],
): Promise<readonly string[]> => {
  try {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand(batchInput(queueUrl, texts)))
    const refused = Failed.find(({ SenderFault }) => SenderFault === true)
    if (refused !== undefined) throw new Error(`SQS refuses a message: ${refused.Code}`)
    const ids = new Set(Failed.map(({ Id }) => Id))
    return texts.filter((_, index) => ids.has(String(index)))
  } catch (error) {
    throw isUnanswered(error) ? new QueueBusyError('SQS could not answer now', { cause: error }) : error
  }
}

// What the SDK has sent again as often as it does, without an answer.
const isUnanswered = (error: unknown): boolean =>
  error instanceof SQSServiceException
    ? error.$fault === 'server' || THROTTLED.has(error.name) || (error.$metadata.httpStatusCode ?? 0) >= 500
    : isOfNetwork(error)

const THROTTLED = new Set(['RequestThrottled', 'ThrottlingException', 'KmsThrottled'])
