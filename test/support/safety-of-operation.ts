import { idIn, idsIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const ALARM = 'AWS::CloudWatch::Alarm'
const TOPIC = 'AWS::SNS::Topic'
const TOPIC_POLICY = 'AWS::SNS::TopicPolicy'
const DASHBOARD = 'AWS::CloudWatch::Dashboard'

const TAGGED = [
  'AWS::DynamoDB::Table',
  'AWS::Lambda::Function',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
  TOPIC,
  ALARM,
]

/** What an alarm measures, by what stands in it. */
const ALARMED = [
  ...['5xx', '"Latency"', 'TokensRefused', 'AccessesRefused', 'AccessesNotKept', 'ClientsTurnedAway', 'Throttles'],
  ...['WriteThrottleEvents', 'SystemErrors', 'GivenUp', 'ApproximateAgeOfOldestMessage', 'InvocationDroppedCount'],
]

/** Who hears when something goes wrong, and what can be seen. */
export const operationProperties: readonly SafetyProperty[] = [
  {
    name: 'every alarm says in a sentence who is hurt and what to do, and tells the topic',
    faults: (template) =>
      faultsAmong(
        template,
        ALARM,
        ({ AlarmDescription: says = '', AlarmActions: actions = [] }) =>
          /^[A-Z][^:]{30,}: .{30,}\.$/.test(says) &&
          /hospital|municipalit|caller|nobody|client/i.test(says) &&
          template.Resources[idIn(actions[0]) ?? '']?.Type === TOPIC,
      ),
    breaks: [
      changeOne(ALARM, (alarm) => {
        delete alarm.AlarmDescription
      }),
      changeOne(ALARM, (alarm) => {
        alarm.AlarmDescription = 'Errors are too high.'
      }),
      changeOne(ALARM, (alarm) => {
        delete alarm.AlarmActions
      }),
      removeAll(ALARM),
    ],
  },
  {
    name: 'there is an alarm for errors, slowness, refusals, refused deliveries, accesses not kept, the table, tasks and exports',
    faults: (template) => {
      const measured = resourcesOf(template, ALARM).map(([, { Properties: alarm }]) => JSON.stringify(alarm))
      return ALARMED.filter((metric) => !measured.some((text) => text.includes(metric)))
    },
    breaks: ALARMED.map((metric) => (template: Template) => {
      for (const [id, { Properties: alarm }] of resourcesOf(template, ALARM))
        if (JSON.stringify(alarm).includes(metric)) delete template.Resources[id]
    }),
  },
  {
    name: 'the topic is encrypted, takes nothing unencrypted, and lets alarms of this account through',
    faults: (template) => [
      ...faultsAmong(template, TOPIC, ({ KmsMasterKeyId }) => idIn(KmsMasterKeyId) !== undefined),
      ...faultsAmong(template, TOPIC_POLICY, ({ PolicyDocument: { Statement } }) => {
        const statements: readonly Properties[] = Statement
        const refuses = statements.some(
          ({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
        )
        const allowed = statements.filter(({ Effect }) => Effect === 'Allow')
        return refuses && allowed.length === 1 && allowed.every(isAlarmOfAccount)
      }),
    ],
    breaks: [
      changeOne(TOPIC, (topic) => {
        delete topic.KmsMasterKeyId
      }),
      changeOne(TOPIC_POLICY, ({ PolicyDocument: policy }) => {
        policy.Statement = policy.Statement.filter(({ Effect }: Properties) => Effect === 'Allow')
      }),
      changeOne(TOPIC_POLICY, ({ PolicyDocument: policy }) => {
        policy.Statement = policy.Statement.filter(({ Effect }: Properties) => Effect === 'Deny')
      }),
      changeOne(TOPIC_POLICY, ({ PolicyDocument: policy }) => {
        for (const statement of policy.Statement) statement.Principal = '*'
      }),
    ],
  },
  {
    name: 'the dashboard shows every alarm, every function that answers or works, and the queue',
    faults: (template) => {
      const shown = resourcesOf(template, DASHBOARD).flatMap(([, { Properties: page }]) => idsIn(page))
      const answering = resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(([, { Properties: of }]) =>
        idIn(of.IntegrationUri),
      )
      const working = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').flatMap(([, { Properties: of }]) => [
        idIn(of.FunctionName),
        idIn(of.EventSourceArn),
      ])
      const wanted = [...resourcesOf(template, ALARM).map(([id]) => id), ...answering, ...working]
      return wanted.filter((id) => id === undefined || !shown.includes(id)).map((id) => `${id} is not shown`)
    },
    breaks: [
      removeAll(DASHBOARD),
      changeOne(DASHBOARD, (page) => {
        const { 'Fn::Join': parts } = page.DashboardBody
        parts[1] = parts[1].slice(-20)
      }),
    ],
  },
  {
    name: 'what holds or handles data is tagged with the application, the environment and the class of data',
    faults: (template) =>
      TAGGED.flatMap((type) =>
        faultsAmong(template, type, ({ Tags = [] }) =>
          ['application', 'environment', 'data-class'].every((name) =>
            Tags.some(({ Key, Value }: Properties) => Key === name && Value !== ''),
          ),
        ),
      ),
    breaks: TAGGED.map((type) =>
      changeOne(type, (properties) => {
        properties.Tags = properties.Tags.filter(({ Key }: Properties) => Key !== 'data-class')
      }),
    ),
  },
]

const isAlarmOfAccount = ({ Principal, Action, Condition }: Properties): boolean =>
  Principal.Service === 'cloudwatch.amazonaws.com' &&
  Action === 'sns:Publish' &&
  idIn(Condition?.StringEquals?.['aws:SourceAccount']) === 'AWS::AccountId'
