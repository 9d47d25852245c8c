import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { BundledFunction } from './bundled-function.ts'
import type { TaskQueue } from './task-queue.ts'

/** What performs the tasks of a queue, and how many at most at once (2 or more). */
export type TasksPerformedProps = {
  readonly by: BundledFunction
  readonly queue: TaskQueue
  readonly atOnce: number
}

/** Hands the tasks of a queue to a function, each alone; those that it says it has not performed stay in the queue. */
export class TasksPerformed extends Construct {
  readonly mapping: EventSourceMapping

  constructor(scope: Construct, id: string, { by, queue: { waiting }, atOnce }: TasksPerformedProps) {
    super(scope, id)
    // What Lambda does in the function's name, and no more.
    by.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [waiting.queueArn],
      }),
    )
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: by.lambda,
      eventSourceArn: waiting.queueArn,
      batchSize: 1,
      maxConcurrency: atOnce,
      reportBatchItemFailures: true,
    })
    acknowledge(mapping, 'Serverless-LambdaEventSourceMappingDestination', 'what fails ends in the dead-letter queue')
    // It is refused before the function may read the queue.
    mapping.node.addDependency(by)
    this.mapping = mapping
  }
}
