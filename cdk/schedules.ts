import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { Environment } from './environments.ts'
import type { TaskQueue } from './task-queue.ts'

/**
 * Sends tasks when it is time: those that export a region's month, when it has come in and when its readmissions are complete, and
 * the one that disposes of what is due anywhere.
 */
export class Schedules extends Construct {
  readonly group: ScheduleGroup

  constructor(scope: Construct, id: string, queue: TaskQueue, { statistics, disposal }: Environment) {
    super(scope, id)
    this.group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY })
    const role = this.senderTo(queue)
    const { regions, ...times } = statistics
    const exports = regions.flatMap((region) =>
      SCHEDULED.map((scheduled) => ({
        id: `${scheduled}-${region}`,
        description: `Exports the month of region ${region}: ${scheduled}`,
        at: times[scheduled],
        task: exportOf(region, scheduled),
      })),
    )
    const disposals = { id: 'disposal', description: 'Disposes of what is due', at: disposal, task: DISPOSAL }
    for (const each of [...exports, disposals]) this.send(each, queue, role)
  }

  private send({ id, description, at, task }: Scheduled, queue: TaskQueue, role: Role): void {
    const schedule = new CfnSchedule(this, id, {
      description,
      groupName: this.group.scheduleGroupName,
      scheduleExpression: at,
      scheduleExpressionTimezone: 'Europe/Stockholm',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.waiting.queueArn,
        roleArn: role.roleArn,
        input: task,
        retryPolicy: { maximumEventAgeInSeconds: Duration.days(1).toSeconds(), maximumRetryAttempts: 185 },
        deadLetterConfig: { arn: queue.givenUp.queueArn },
      },
    })
    // Its grants too must be there before the first time.
    schedule.node.addDependency(role)
  }

  private senderTo({ waiting, givenUp }: TaskQueue): Role {
    const role = new Role(this, 'Role', {
      description: 'Sends tasks when it is time',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnEquals: { 'aws:SourceArn': this.group.scheduleGroupArn },
        },
      }),
    })
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [waiting.queueArn, givenUp.queueArn] }),
    )
    return role
  }
}

type Scheduled = { readonly id: string; readonly description: string; readonly at: string; readonly task: string }

const SCHEDULED = ['monthly', 'readmissions'] as const

/** The task as functions/work/task.ts reads it; the scheduler puts the time in, as `2026-02-13T03:00:00Z`. */
const exportOf = (region: string, scheduled: (typeof SCHEDULED)[number]): string =>
  JSON.stringify({ kind: 'export-scheduled', region, scheduled, at: '<aws.scheduler.scheduled-time>' })

const DISPOSAL = JSON.stringify({ kind: 'dispose-scheduled' })
