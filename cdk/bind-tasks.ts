import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { BundledFunction } from './bundled-function.ts'
import type { TaskQueue } from './task-queue.ts'

/** Lets a function leave tasks in the queue: its address, and the one action that it sends. */
export const bindTasks = ({ lambda }: BundledFunction, { waiting }: TaskQueue): void => {
  lambda.addEnvironment('QUEUE_URL', waiting.queueUrl)
  lambda.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [waiting.queueArn] }))
}
