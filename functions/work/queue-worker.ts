import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { LogEntry } from '#http/log-entry.ts'
import { attempt } from './attempt.ts'
import type { Performers } from './perform.ts'

/**
 * Performs the tasks that SQS hands over, one after the other, and tells which were not performed: those alone come back,
 * and after the queue's number of times end in its dead-letter queue.
 */
export const queueWorker = <Needed extends { readonly log: (entry: LogEntry) => void }>(
  performers: Performers<Needed>,
  compose: () => Needed,
): ((event: SQSEvent) => Promise<SQSBatchResponse>) => {
  let needed: Needed | undefined
  return async ({ Records }) => {
    needed ??= compose()
    const failed: string[] = []
    for (const { messageId: id, body: text, attributes } of Records) {
      const delivery = { id, text, attempt: Number(attributes.ApproximateReceiveCount) }
      const { result } = await attempt(performers, needed, delivery, needed.log)
      if (result !== 'performed') failed.push(id)
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  }
}
