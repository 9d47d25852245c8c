import { randomUUID } from 'node:crypto'
import { idIn, resourcesOf, type Template } from './assembly.ts'
import type { LambdaFunction } from './lambda-function.ts'
import { startSqsEndpoint } from './sqs-endpoint.ts'

/** What stands in for SQS, and for Lambda where it hands over what is in a queue; it does not wait before it does so again. */
export type DeployedQueues = {
  /** Where the SDK finds it. */
  readonly url: string
  /** Puts a text into the queue that is handed over. */
  readonly send: (text: string) => void
  /** When nothing is under way: how often each text was handed over, and those that were given up. */
  readonly settled: () => Promise<{ readonly handedOver: readonly string[]; readonly givenUp: readonly string[] }>
  readonly close: () => Promise<void>
}

/** Starts the queues of a template, with the functions that they are handed to. */
export const startQueues = async (
  template: Template,
  functionOf: (id: string) => LambdaFunction,
): Promise<DeployedQueues> => {
  const handedOver: string[] = []
  const givenUp: string[] = []
  let underWay: Promise<void> = Promise.resolve()

  const handOver = async (queueId: string, messageId: string, body: string): Promise<void> => {
    const [, mapping] =
      resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(
        ([, { Properties: of }]) => idIn(of.EventSourceArn) === queueId,
      ) ?? []
    const worker = functionOf(idIn(mapping?.Properties.FunctionName) ?? '')
    const attempts: number = template.Resources[queueId]?.Properties.RedrivePolicy.maxReceiveCount
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      handedOver.push(body)
      const attributes = { ApproximateReceiveCount: `${attempt}` }
      // A function that throws has performed nothing of the batch.
      const answer = await worker.invoke({ Records: [{ messageId, body, attributes }] }).catch(() => undefined)
      if (answer?.batchItemFailures.length === 0) return
    }
    givenUp.push(body)
  }
  const take = (queueId: string, { id, body }: { readonly id: string; readonly body: string }): void => {
    underWay = underWay.then(() => handOver(queueId, id, body))
  }

  const endpoint = await startSqsEndpoint(take)
  const [waiting] = resourcesOf(template, 'AWS::SQS::Queue').find(([, { Properties: of }]) => of.RedrivePolicy) ?? []
  return {
    ...endpoint,
    send: (text) => take(waiting ?? '', { id: randomUUID(), body: text }),
    settled: async () => {
      // A task that is performed may leave others.
      for (let seen: Promise<void> | undefined; seen !== underWay; await seen) seen = underWay
      return { handedOver, givenUp }
    },
  }
}
