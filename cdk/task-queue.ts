import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/** Tasks that wait, a week at most and handed over five times at most; and those that were given up, kept until two weeks after they were sent. */
export class TaskQueue extends Construct {
  readonly waiting: Queue
  readonly givenUp: Queue

  constructor(scope: Construct, id: string, { taskTime }: { readonly taskTime: Duration }) {
    super(scope, id)
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }
    const givenUp = new Queue(this, 'GivenUp', { ...safe, retentionPeriod: Duration.days(14) })
    acknowledge(givenUp, 'Serverless-SQSRedrivePolicy', 'given-up tasks end here, and an alarm tells of them')
    this.givenUp = givenUp
    this.waiting = new Queue(this, 'Waiting', {
      ...safe,
      // The time of a task counts from when it was sent, in the other queue too: there it has a week at least.
      retentionPeriod: Duration.days(7),
      // As AWS advises: a task that the function could not take at once must not be handed over to another meanwhile.
      visibilityTimeout: Duration.seconds(6 * taskTime.toSeconds()),
      deadLetterQueue: { queue: givenUp, maxReceiveCount: MOST_ATTEMPTS },
    })
  }
}

const MOST_ATTEMPTS = 5
