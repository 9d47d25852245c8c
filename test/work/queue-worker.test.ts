import type { SQSEvent } from 'aws-lambda'
import { beforeEach, expect, it } from 'vitest'
import { queueWorker } from '#functions/work/queue-worker.ts'
import { taskText } from '#functions/work/task.ts'
import type { LogEntry } from '#http/log-entry.ts'
import { aTask, simulating } from '../support/a-task.ts'

const eventOf = (...bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: `message-${index}`,
    receiptHandle: '',
    body,
    attributes: {
      ApproximateReceiveCount: '3',
      SentTimestamp: '',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  })),
})

let performed: string[] = []
let logged: LogEntry[] = []
let composed = 0
beforeEach(() => {
  performed = []
  logged = []
  composed = 0
})

const performers = simulating(async (simulation) => {
  if (simulation === 'bad') throw new RangeError('secret')
  performed.push(simulation)
})
const aWorker = () =>
  queueWorker(performers, () => {
    composed += 1
    return { log: (entry: LogEntry) => void logged.push(entry) }
  })

it('every task of a batch is performed, and none comes back', async () => {
  const response = await aWorker()(eventOf(taskText(aTask('one')), taskText(aTask('two'))))

  expect(response).toEqual({ batchItemFailures: [] })
  expect(performed).toEqual(['one', 'two'])
  expect(logged).toEqual([])
})

it('only what failed comes back, and those after it are performed', async () => {
  const response = await aWorker()(eventOf(taskText(aTask('one')), taskText(aTask('bad')), taskText(aTask('two'))))

  expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] })
  expect(performed).toEqual(['one', 'two'])
})

it('a failure is logged by kind, ids and attempt, without what the error says', async () => {
  await aWorker()(eventOf(taskText(aTask('bad'))))

  expect(logged).toMatchObject([
    {
      level: 'warn',
      event: 'task-failed',
      delivery: 'message-0',
      attempt: 3,
      task: aTask('bad'),
      error: { name: 'RangeError' },
    },
  ])
  expect(JSON.stringify(logged)).not.toContain('secret')
})

it('what is no task comes back, and nothing of it is logged', async () => {
  const response = await aWorker()(eventOf('{"kind":"secret"}'))

  expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] })
  expect(logged).toEqual([{ level: 'error', event: 'task-unreadable', delivery: 'message-0', attempt: 3 }])
})

it('what tasks are performed with is composed at the first of them, once', async () => {
  const worker = aWorker()
  expect(composed).toBe(0)

  await worker(eventOf(taskText(aTask())))
  await worker(eventOf(taskText(aTask())))

  expect(composed).toBe(1)
})
