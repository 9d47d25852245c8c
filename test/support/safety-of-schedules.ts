import { parseTask } from '#functions/work/task.ts'
import { idIn, idsIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const SCHEDULE = 'AWS::Scheduler::Schedule'

const queues = (template: Template): { readonly waiting: string; readonly givenUp: string } => {
  const [waiting = '', queue] =
    resourcesOf(template, 'AWS::SQS::Queue').find(([, { Properties: of }]) => of.RedrivePolicy) ?? []
  return { waiting, givenUp: idIn(queue?.Properties.RedrivePolicy.deadLetterTargetArn) ?? '' }
}

/** Changes what the scheduler is or may, told by who may take the role. */
const ofScheduler =
  (type: string, change: (properties: Properties) => void) =>
  (template: Template): void => {
    const [roleId = ''] =
      resourcesOf(template, 'AWS::IAM::Role').find(([, { Properties: of }]) =>
        JSON.stringify(of.AssumeRolePolicyDocument).includes('scheduler.amazonaws.com'),
      ) ?? []
    for (const [id, { Properties: of }] of resourcesOf(template, type))
      if (id === roleId || idsIn(of.Roles).includes(roleId)) change(of)
  }

/** Who asks for exports and disposals, when, and what becomes of it when that fails. */
export const scheduleProperties: readonly SafetyProperty[] = [
  {
    name: 'each region is exported twice a month and what is due is disposed of once, in the time of Stockholm, by a task that is tried for a day and then told of',
    faults: (template) => {
      const { waiting, givenUp } = queues(template)
      const asked = resourcesOf(template, SCHEDULE).map(([, { Properties: of }]) => JSON.parse(of.Target.Input))
      const exports = asked.filter(({ kind }) => kind === 'export-scheduled')
      const regions = new Set(exports.map(({ region }) => region))
      const disposals = asked.filter(({ kind }) => kind === 'dispose-scheduled')
      const twice = [...regions].filter((region) => {
        const ofRegion = exports.filter((task) => task.region === region).map(({ scheduled }) => scheduled)
        return ofRegion.sort().join() !== 'monthly,readmissions'
      })
      return [
        ...(regions.size > 0 && disposals.length === 1 && asked.length === exports.length + 1 ? [] : ['schedules']),
        ...twice,
        ...faultsAmong(template, SCHEDULE, (schedule) => {
          const { Target, State = 'ENABLED' } = schedule
          return (
            TIMES[scheduledIn(Target.Input)] === schedule.ScheduleExpression &&
            schedule.ScheduleExpressionTimezone === 'Europe/Stockholm' &&
            schedule.FlexibleTimeWindow.Mode === 'OFF' &&
            State === 'ENABLED' &&
            idIn(Target.Arn) === waiting &&
            idIn(Target.DeadLetterConfig?.Arn) === givenUp &&
            Target.RetryPolicy?.MaximumEventAgeInSeconds === 24 * 60 * 60 &&
            isTask(Target.Input)
          )
        }),
      ]
    },
    breaks: [
      removeAll(SCHEDULE),
      (template) => {
        const [[id = ''] = []] = resourcesOf(template, SCHEDULE)
        delete template.Resources[id]
      },
      changeOne(SCHEDULE, (schedule) => delete schedule.ScheduleExpressionTimezone),
      changeOne(SCHEDULE, (schedule) => {
        schedule.ScheduleExpression = 'rate(30 days)'
      }),
      changeOne(SCHEDULE, (schedule) => {
        schedule.FlexibleTimeWindow = { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 60 }
      }),
      changeOne(SCHEDULE, (schedule) => {
        schedule.State = 'DISABLED'
      }),
      changeOne(SCHEDULE, ({ Target }) => delete Target.DeadLetterConfig),
      changeOne(SCHEDULE, ({ Target }) => delete Target.RetryPolicy),
      changeOne(SCHEDULE, ({ Target }) => {
        Target.Arn = Target.DeadLetterConfig.Arn
      }),
      changeOne(
        SCHEDULE,
        ({ Target }) => {
          Target.Input = Target.Input.replace('<aws.scheduler.scheduled-time>', '2026-02-13T03:00:00Z')
        },
        0,
      ),
      changeOne(SCHEDULE, ({ Target }) => {
        Target.Input = '{"kind":"dispose-month","region":"01","month":"2020-03"}'
      }),
    ],
  },
  {
    name: 'the scheduler may leave tasks, and tell of those that it could not, and nothing else; and only for the schedules of this stack',
    faults: (template) =>
      faultsAmong(template, SCHEDULE, ({ Target, GroupName }, { DependsOn = [] }) => {
        const roleId = idIn(Target.RoleArn) ?? ''
        const [trust, ...others] = template.Resources[roleId]?.Properties.AssumeRolePolicyDocument.Statement ?? []
        const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(([, { Properties: of }]) =>
          idsIn(of.Roles).includes(roleId),
        )
        const [statement, ...more] = policies.flatMap(([, { Properties: of }]) => of.PolicyDocument.Statement)
        const group = template.Resources[idIn(trust?.Condition?.ArnEquals?.['aws:SourceArn']) ?? '']
        const { waiting, givenUp } = queues(template)
        return (
          others.length === 0 &&
          more.length === 0 &&
          trust.Principal.Service === 'scheduler.amazonaws.com' &&
          idIn(trust.Condition.StringEquals?.['aws:SourceAccount']) === 'AWS::AccountId' &&
          group?.Type === 'AWS::Scheduler::ScheduleGroup' &&
          group.Properties.Name === GroupName &&
          statement.Action === 'sqs:SendMessage' &&
          [...idsIn(statement.Resource)].sort().join() === [waiting, givenUp].sort().join() &&
          policies.every(([id]) => DependsOn.includes(id))
        )
      }),
    breaks: [
      ...(['StringEquals', 'ArnEquals'] as const).map((condition) =>
        ofScheduler('AWS::IAM::Role', ({ AssumeRolePolicyDocument: trust }) => {
          delete trust.Statement[0].Condition[condition]
        }),
      ),
      ofScheduler('AWS::IAM::Policy', ({ PolicyDocument }) => {
        PolicyDocument.Statement[0].Action = ['sqs:SendMessage', 'sqs:ReceiveMessage']
      }),
      ofScheduler('AWS::IAM::Policy', ({ PolicyDocument }) => PolicyDocument.Statement[0].Resource.pop()),
      ofScheduler('AWS::IAM::Policy', ({ PolicyDocument }) => PolicyDocument.Statement.push({ Action: 'kms:Decrypt' })),
      (template) => {
        for (const [id, schedule] of resourcesOf(template, SCHEDULE))
          template.Resources[id] = { ...schedule, DependsOn: [] }
      },
    ],
  },
]

// The 13th for the month before; the 3rd for the one before that, when thirty days have passed since its last.
const TIMES: Readonly<Record<string, string>> = {
  monthly: 'cron(0 4 13 * ? *)',
  readmissions: 'cron(0 4 3 * ? *)',
  'dispose-scheduled': 'cron(0 3 8 * ? *)',
}

const scheduledIn = (input: string): string => {
  const { kind, scheduled } = JSON.parse(input)
  return scheduled ?? kind
}

const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>'

/** Whether an export says when it was scheduled, and it is a task that the worker can read once the scheduler has filled that in. */
const isTask = (input: string): boolean =>
  parseTask(input.replace(SCHEDULED_TIME, '2022-03-22T18:59:43Z'))?.kind ===
  (input.includes(SCHEDULED_TIME) ? 'export-scheduled' : 'dispose-scheduled')
