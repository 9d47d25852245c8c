import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Environment } from './environments.ts'
import type { Metrics } from './metrics.ts'

/** An alarm: what is too much, or with `whenBelow` too little, of what; and in a sentence who is hurt and what to do. */
export type AlarmFacts = {
  readonly name: string
  readonly metric: IMetric
  readonly threshold: number
  readonly periods?: number
  readonly whenBelow?: boolean
  readonly says: string
}

/** Every alarm of an environment. */
export const alarmFacts = (metrics: Metrics, { alarms }: Environment): readonly AlarmFacts[] => [
  {
    name: 'ApiFails',
    metric: metrics.serverErrors,
    threshold: alarms.serverErrors,
    says: 'Hospitals and municipalities get errors instead of answers, and what was sent may not be stored: look for unexpected-error and unavailable in the logs of the functions, and tell senders to send again.',
  },
  {
    name: 'ApiSlow',
    metric: metrics.slowLatency,
    threshold: alarms.slowMilliseconds,
    periods: 3,
    says: 'One caller in twenty waits too long, and hospital systems may give up on sending: see on the dashboard which route is slow and whether the table is throttled.',
  },
  {
    name: 'TokensRefused',
    metric: metrics.tokensRefused,
    threshold: alarms.refusedTokens,
    says: 'A hospital whose tokens are refused delivers nothing, or someone is trying tokens: find the address and the authorizerError in the access log, and call the one it belongs to or their issuer.',
  },
  {
    name: 'AccessesRefused',
    metric: metrics.accessesRefused,
    threshold: alarms.refusedAccesses,
    says: 'A client with a valid token asks for much that is not its own, or not there, so hospitals or municipalities may be looked into by someone who should not: find it in the access log, stop its tokens at the issuer if it cannot be explained, and ask the log of accesses what it saw.',
  },
  {
    name: 'AccessesNotKept',
    metric: metrics.accessesNotKept,
    threshold: 1,
    says: 'Hospitals and municipalities get 503 for everything about patients, since who has looked at them cannot be kept: look for access-not-kept in the logs of the functions, and see whether the table of the log, its key and the grants are as deployed.',
  },
  {
    name: 'ClientsTurnedAway',
    metric: metrics.clientsTurnedAway,
    threshold: alarms.turnedAway,
    says: 'A client sends more than it may, or all together more than a route lets through, and gets 429, so its episodes arrive late: find it in the access log, ask it to use imports, or raise the limit in cdk/environments.ts.',
  },
  {
    name: 'IntakeThrottled',
    metric: metrics.intakeThrottles,
    threshold: 10,
    says: 'Hospitals get 503 because too many deliveries run at once: see on the dashboard whether imports or single episodes, and raise the reservation in cdk/environments.ts or the concurrency of the account.',
  },
  {
    name: 'TableThrottled',
    metric: metrics.tableThrottles,
    threshold: 10,
    says: 'Every caller waits for the table and some are answered 503: see on the dashboard whether one client imports more than usual, and ask it to go slower.',
  },
  {
    name: 'TableFails',
    metric: metrics.tableErrors,
    threshold: 5,
    says: 'Nobody can store or read while DynamoDB fails: follow the health page of AWS for the region, and tell senders to keep what they have and send again.',
  },
  {
    name: 'TasksGivenUp',
    metric: metrics.tasksGivenUp,
    threshold: 1,
    says: 'What a caller was promised stays unfinished, since a task has failed five times: find task-failed in the log of the function work, mend the cause, and send the tasks again as the page on operating says.',
  },
  {
    name: 'TasksLate',
    metric: metrics.oldestTaskSeconds,
    threshold: FOUR_HOURS,
    says: 'A caller waits long for a simulation or a proof that was promised: see on the dashboard whether tasks are performed at all, whether one fails again and again, or whether there are more than tasksAtOnce can take.',
  },
  {
    name: 'TasksNotAsked',
    metric: metrics.tasksNotAsked,
    threshold: 1,
    says: 'Regions and municipalities wait for statistics that nobody was asked to export, or documents are kept longer than decided, since the scheduler could not leave the task: see whether its role and the queue are as deployed, and send the task by hand as the page on operating says.',
  },
  ...(alarms.silence ? [silence(metrics)] : []),
]

// A task that fails comes back after an hour and a half: two hours alone are no sign that something stands still.
const FOUR_HOURS = 4 * 60 * 60

const silence = ({ deliveriesInADay }: Metrics): AlarmFacts => ({
  name: 'NoDeliveries',
  metric: deliveriesInADay,
  threshold: 1,
  whenBelow: true,
  says: 'For a day no hospital has delivered, so municipalities see liabilities computed on too little: ask the regions whether their sending stands still, and look for refused tokens in the access log.',
})
