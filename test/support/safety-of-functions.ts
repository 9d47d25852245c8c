import { idIn, idsIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const FUNCTION = 'AWS::Lambda::Function'
const LOG = 'AWS::Logs::LogGroup'
const ROLE = 'AWS::IAM::Role'
const POLICY = 'AWS::IAM::Policy'
const INTEGRATION = 'AWS::ApiGatewayV2::Integration'

const set = (name: string, value: unknown) => (properties: Properties) => {
  properties[name] = value
}

const performsTasks = (template: Template, functionId: string): boolean =>
  resourcesOf(template, 'AWS::Lambda::EventSourceMapping').some(
    ([, { Properties: mapping }]) => idIn(mapping.FunctionName) === functionId,
  )

/** What a function runs as, for how long, with which rights, and what it leaves behind. */
export const functionProperties: readonly SafetyProperty[] = [
  {
    name: 'every function runs on Node 24, on Arm',
    faults: (template) =>
      faultsAmong(
        template,
        FUNCTION,
        ({ Runtime, Architectures }) => Runtime === 'nodejs24.x' && `${Architectures}` === 'arm64',
      ),
    breaks: [changeOne(FUNCTION, set('Runtime', 'nodejs22.x')), changeOne(FUNCTION, set('Architectures', ['x86_64']))],
  },
  {
    name: 'every function but that of tasks gives up before the gateway does, and the gateway waits at most 29 seconds',
    faults: (template) => [
      ...faultsAmong(
        template,
        FUNCTION,
        ({ Timeout }, _, id) => Timeout < (performsTasks(template, id) ? Infinity : 29),
      ),
      ...faultsAmong(template, INTEGRATION, ({ TimeoutInMillis, IntegrationUri }) => {
        const { Timeout = Infinity } = template.Resources[idIn(IntegrationUri) ?? '']?.Properties ?? {}
        return TimeoutInMillis <= 29_000 && Timeout * 1000 < TimeoutInMillis
      }),
    ],
    breaks: [
      changeOne(FUNCTION, set('Timeout', 30), -2),
      changeOne(FUNCTION, set('Timeout', undefined), -2),
      removeAll('AWS::Lambda::EventSourceMapping'),
      changeOne(INTEGRATION, set('TimeoutInMillis', 30_000)),
      changeOne(INTEGRATION, set('TimeoutInMillis', 20_000)),
    ],
  },
  {
    name: 'every function writes its own log, as JSON',
    faults: (template) => {
      const logs = resourcesOf(template, FUNCTION).map(([, { Properties: of }]) => idIn(of.LoggingConfig?.LogGroup))
      return [
        ...faultsAmong(
          template,
          FUNCTION,
          ({ LoggingConfig: logging }) =>
            logging?.LogFormat === 'JSON' && template.Resources[idIn(logging.LogGroup) ?? '']?.Type === LOG,
        ),
        ...(new Set(logs).size === logs.length ? [] : ['two functions share a log']),
      ]
    },
    breaks: [
      changeOne(FUNCTION, set('LoggingConfig', undefined)),
      changeOne(FUNCTION, ({ LoggingConfig }) => {
        LoggingConfig.LogFormat = 'Text'
      }),
      (template) => {
        const [[, first] = [], [, second] = []] = resourcesOf(template, FUNCTION)
        if (first && second) second.Properties.LoggingConfig.LogGroup = first.Properties.LoggingConfig.LogGroup
      },
    ],
  },
  {
    name: 'every log is encrypted and ends',
    faults: (template) =>
      faultsAmong(
        template,
        LOG,
        ({ KmsKeyId, RetentionInDays }) => idIn(KmsKeyId) !== undefined && RetentionInDays >= 30,
      ),
    breaks: [changeOne(LOG, set('KmsKeyId', undefined)), changeOne(LOG, set('RetentionInDays', undefined))],
  },
  {
    name: 'every function has a role of its own, which only Lambda may take, and no role has policies of AWS',
    faults: (template) => {
      const roles = resourcesOf(template, FUNCTION).map(([, { Properties: of }]) => idIn(of.Role))
      return [
        ...faultsAmong(template, ROLE, ({ ManagedPolicyArns = [], AssumeRolePolicyDocument: trust }, _, id) => {
          const taker = roles.includes(id) ? 'lambda.amazonaws.com' : 'scheduler.amazonaws.com'
          return (
            ManagedPolicyArns.length === 0 &&
            trust.Statement.every((each: Properties) => each.Principal.Service === taker)
          )
        }),
        ...(new Set(roles).size === roles.length ? [] : ['two functions share a role']),
      ]
    },
    breaks: [
      changeOne(ROLE, set('ManagedPolicyArns', ['arn:…:policy/AdministratorAccess'])),
      changeOne(ROLE, ({ AssumeRolePolicyDocument: trust }) => {
        trust.Statement[0].Principal = { AWS: '*' }
      }),
      changeOne(
        ROLE,
        ({ AssumeRolePolicyDocument: trust }) => {
          trust.Statement[0].Principal = { Service: 'scheduler.amazonaws.com' }
        },
        0,
      ),
      (template) => {
        const [[, first] = [], [, second] = []] = resourcesOf(template, FUNCTION)
        if (first && second) second.Properties.Role = first.Properties.Role
      },
    ],
  },
  {
    name: 'no policy of a role has a wildcard, in what or on what, but for the files of one bucket',
    faults: (template) =>
      faultsAmong(template, POLICY, ({ PolicyDocument }) =>
        PolicyDocument.Statement.every(
          ({ Action, Resource }: Properties) =>
            !`${Action}`.includes('*') && (!JSON.stringify(Resource).includes('*') || isFilesOfOne(template, Resource)),
        ),
      ),
    breaks: [
      changeOne(POLICY, ({ PolicyDocument }) => {
        PolicyDocument.Statement[0].Action = 'dynamodb:*'
      }),
      changeOne(POLICY, ({ PolicyDocument }) => {
        PolicyDocument.Statement[0].Resource = '*'
      }),
      changeOne(POLICY, ({ PolicyDocument }) => {
        PolicyDocument.Statement[0].Resource = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', '*']] }
      }),
      changeOne(POLICY, ({ PolicyDocument }) => {
        PolicyDocument.Statement[0].Resource = { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['TableCD117FA1', 'Arn'] }, '/*']] }
      }),
    ],
  },
  {
    name: 'the rules are published by a step that fails within minutes, after all that its function is granted',
    faults: (template) =>
      faultsAmong(
        template,
        'Custom::PublishedRules',
        ({ ServiceToken, ServiceTimeout, sha256 }, { DependsOn = [] }) => {
          const publisher = idIn(ServiceToken) ?? ''
          const role = idIn(template.Resources[publisher]?.Properties.Role)
          const policies = resourcesOf(template, POLICY).filter(([, { Properties: of }]) =>
            idsIn(of.Roles).includes(role ?? ''),
          )
          return (
            publisher.startsWith('publishrules') &&
            Number(ServiceTimeout) <= 300 &&
            /^[0-9a-f]{64}$/.test(sha256) &&
            policies.length > 0 &&
            policies.every(([id]) => DependsOn.includes(id))
          )
        },
      ),
    breaks: [
      changeOne('Custom::PublishedRules', set('ServiceTimeout', undefined)),
      changeOne('Custom::PublishedRules', set('sha256', undefined)),
      (template) => {
        for (const [id, step] of resourcesOf(template, 'Custom::PublishedRules'))
          template.Resources[id] = { ...step, DependsOn: [] }
      },
      (template) => {
        for (const [id] of resourcesOf(template, 'Custom::PublishedRules')) delete template.Resources[id]
      },
    ],
  },
]

const isFilesOfOne = (template: Template, resource: Properties): boolean => {
  const [, [bucket, rest, ...more] = []] = resource['Fn::Join'] ?? []
  return template.Resources[idIn(bucket) ?? '']?.Type === 'AWS::S3::Bucket' && rest === '/*' && more.length === 0
}
