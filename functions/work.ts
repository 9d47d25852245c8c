import { working } from './on-aws/deployed.ts'
import { performers } from './work/performers.ts'
import { queueWorker } from './work/queue-worker.ts'

/** Performs the tasks that routes have left in the queue. */
export const handler = queueWorker(performers, working.compose)
