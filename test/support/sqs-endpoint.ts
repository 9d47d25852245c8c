import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod'

const sendMessageBatch = z.object({
  QueueUrl: z.string(),
  Entries: z
    .array(z.object({ Id: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/), MessageBody: z.string().min(1) }))
    .min(1)
    .max(10),
})

/** SQS on 127.0.0.1 for `SendMessageBatch` alone: what it takes it hands to `take` with the last part of the queue's address. */
export const startSqsEndpoint = async (
  take: (queue: string, message: { readonly id: string; readonly body: string }) => void,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server = createServer(async (request, response) => {
    const parsed = sendMessageBatch.safeParse(await json(request))
    const isAnswered = request.headers['x-amz-target'] === 'AmazonSQS.SendMessageBatch' && parsed.success
    const { QueueUrl = '', Entries = [] } = parsed.data ?? {}
    const taken = Entries.map(({ Id, MessageBody }) => ({ Id, body: MessageBody, id: randomUUID() }))
    if (isAnswered) for (const { id, body } of taken) take(QueueUrl.split('/').at(-1) ?? '', { id, body })
    const Successful = taken.map(({ Id, id, body }) => ({ Id, MessageId: id, MD5OfMessageBody: md5(body) }))
    response
      .writeHead(isAnswered ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(isAnswered ? { Successful, Failed: [] } : { __type: 'com.amazonaws.sqs#InvalidBatchEntry' }))
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

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
