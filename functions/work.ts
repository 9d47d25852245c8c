import { working } from './environment.ts'
import { performers } from './work/performers.ts'
import { queueWorker } from './work/queue-worker.ts'

/** Performs the tasks that routes have left in the queue. */
export const handler = queueWorker(performers, working.compose)
