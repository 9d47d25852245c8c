import { idIn, idsIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const QUEUE = 'AWS::SQS::Queue'
const QUEUE_POLICY = 'AWS::SQS::QueuePolicy'
const MAPPING = 'AWS::Lambda::EventSourceMapping'

const DAY = 24 * 60 * 60

/** The queue whose messages a function is handed. */
const queueOf = (template: Template, { EventSourceArn }: Properties): Properties =>
  template.Resources[idIn(EventSourceArn) ?? '']?.Properties ?? {}

const deadLettersOf = (template: Template, mapping: Properties): Properties | undefined =>
  template.Resources[idIn(queueOf(template, mapping).RedrivePolicy?.deadLetterTargetArn) ?? '']?.Properties

const ofWaiting =
  (change: (queue: Properties) => void) =>
  (template: Template): void => {
    for (const [, { Properties: mapping }] of resourcesOf(template, MAPPING)) change(queueOf(template, mapping))
  }

/** What is promised to be done later, and what becomes of it when it fails. */
export const taskProperties: readonly SafetyProperty[] = [
  {
    name: 'every queue is encrypted, and takes and gives nothing unencrypted',
    faults: (template) => {
      const refusing = resourcesOf(template, QUEUE_POLICY).flatMap(([, { Properties: policy }]) =>
        policy.PolicyDocument.Statement.every(isRefusal) ? idsIn(policy.Queues) : [],
      )
      return faultsAmong(
        template,
        QUEUE,
        ({ SqsManagedSseEnabled }, _, id) => SqsManagedSseEnabled === true && refusing.includes(id),
      )
    },
    breaks: [
      changeOne(QUEUE, (queue) => {
        queue.SqsManagedSseEnabled = false
      }),
      removeAll(QUEUE_POLICY),
      changeOne(QUEUE_POLICY, ({ PolicyDocument: policy }) => {
        policy.Statement[0].Effect = 'Allow'
      }),
      changeOne(QUEUE_POLICY, ({ PolicyDocument: policy }) => policy.Statement.push({ Effect: 'Allow' })),
    ],
  },
  {
    name: 'a task that fails comes back, five times, and is then kept for two weeks, longer than the queue itself keeps it',
    faults: (template) =>
      faultsAmong(template, MAPPING, (mapping) => {
        const { RedrivePolicy, MessageRetentionPeriod } = queueOf(template, mapping)
        const kept = deadLettersOf(template, mapping)?.MessageRetentionPeriod
        return RedrivePolicy?.maxReceiveCount === 5 && kept === 14 * DAY && MessageRetentionPeriod <= kept - 7 * DAY
      }),
    breaks: [
      ofWaiting((queue) => {
        delete queue.RedrivePolicy
      }),
      ofWaiting((queue) => {
        queue.RedrivePolicy.maxReceiveCount = 1
      }),
      ofWaiting((queue) => {
        queue.MessageRetentionPeriod = 14 * DAY
      }),
      changeOne(
        QUEUE,
        (queue) => {
          queue.MessageRetentionPeriod = DAY
        },
        0,
      ),
    ],
  },
  {
    name: 'a task is handed over alone, to few at once, and not again while it may still be at work',
    faults: (template) =>
      faultsAmong(template, MAPPING, (mapping) => {
        const { Timeout } = template.Resources[idIn(mapping.FunctionName) ?? '']?.Properties ?? {}
        const atOnce = mapping.ScalingConfig?.MaximumConcurrency
        return (
          mapping.BatchSize === 1 &&
          `${mapping.FunctionResponseTypes}` === 'ReportBatchItemFailures' &&
          atOnce >= 2 &&
          atOnce <= 5 &&
          queueOf(template, mapping).VisibilityTimeout >= 6 * Timeout
        )
      }),
    breaks: [
      changeOne(MAPPING, (mapping) => {
        mapping.BatchSize = 10
      }),
      changeOne(MAPPING, (mapping) => {
        delete mapping.FunctionResponseTypes
      }),
      changeOne(MAPPING, (mapping) => {
        delete mapping.ScalingConfig
      }),
      ofWaiting((queue) => {
        queue.VisibilityTimeout = 300
      }),
      ofWaiting((queue) => {
        delete queue.VisibilityTimeout
      }),
    ],
  },
  {
    name: 'a queue is read by a function only after all that the function is granted',
    faults: (template) =>
      faultsAmong(template, MAPPING, ({ FunctionName }, { DependsOn = [] }) => {
        const role = idIn(template.Resources[idIn(FunctionName) ?? '']?.Properties.Role) ?? ''
        const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(([, { Properties: of }]) =>
          idsIn(of.Roles).includes(role),
        )
        return policies.length > 0 && policies.every(([id]) => DependsOn.includes(id))
      }),
    breaks: [
      (template) => {
        for (const [id, mapping] of resourcesOf(template, MAPPING))
          template.Resources[id] = { ...mapping, DependsOn: [] }
      },
    ],
  },
]

const isRefusal = ({ Effect, Action, Principal, Condition }: Properties): boolean =>
  Effect === 'Deny' &&
  Action === 'sqs:*' &&
  Principal.AWS === '*' &&
  Condition?.Bool?.['aws:SecureTransport'] === 'false'
