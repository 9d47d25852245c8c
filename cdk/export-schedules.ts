import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { Environment } from './environments.ts'
import type { TaskQueue } from './task-queue.ts'

/** Sends the task that exports a region's month, twice for each month: when it has come in, and when its readmissions are complete. */
export class ExportSchedules extends Construct {
  readonly group: ScheduleGroup

  constructor(scope: Construct, id: string, queue: TaskQueue, { regions, ...times }: Environment['statistics']) {
    super(scope, id)
    this.group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY })
    const role = this.senderTo(queue)
    for (const region of regions)
      for (const scheduled of SCHEDULED) {
        const schedule = new CfnSchedule(this, `${scheduled}-${region}`, {
          description: `Exports the month of region ${region}: ${scheduled}`,
          groupName: this.group.scheduleGroupName,
          scheduleExpression: times[scheduled],
          scheduleExpressionTimezone: 'Europe/Stockholm',
          flexibleTimeWindow: { mode: 'OFF' },
          target: {
            arn: queue.waiting.queueArn,
            roleArn: role.roleArn,
            input: taskOf(region, scheduled),
            retryPolicy: { maximumEventAgeInSeconds: Duration.days(1).toSeconds(), maximumRetryAttempts: 185 },
            deadLetterConfig: { arn: queue.givenUp.queueArn },
          },
        })
        // Its grants too must be there before the first time.
        schedule.node.addDependency(role)
      }
  }

  private senderTo({ waiting, givenUp }: TaskQueue): Role {
    const role = new Role(this, 'Role', {
      description: 'Sends the tasks of exports when it is time',
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

const SCHEDULED = ['monthly', 'readmissions'] as const

/** The task as functions/work/task.ts reads it; the scheduler puts the time in, as `2026-02-13T03:00:00Z`. */
const taskOf = (region: string, scheduled: (typeof SCHEDULED)[number]): string =>
  JSON.stringify({ kind: 'export-scheduled', region, scheduled, at: '<aws.scheduler.scheduled-time>' })
