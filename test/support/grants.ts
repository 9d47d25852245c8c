import { idIn, idsIn, type Properties, type Resource, resourcesOf, type Template } from './assembly.ts'

/** What a function may do, and what its bundle can send, as `action on resource`. */
export type Comparison = {
  readonly missing: readonly string[]
  readonly unused: readonly string[]
  /** Packages that a bundle imports though no grant could ever answer to them. */
  readonly foreign: readonly string[]
}

/** The actions that a command needs; a transaction needs those that it is made of. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GetItemCommand: ['dynamodb:GetItem'],
  QueryCommand: ['dynamodb:Query'],
  PutItemCommand: ['dynamodb:PutItem'],
  UpdateItemCommand: ['dynamodb:UpdateItem'],
  DeleteItemCommand: ['dynamodb:DeleteItem'],
  TransactWriteItemsCommand: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
  GenerateMacCommand: ['kms:GenerateMac'],
  SendMessageBatchCommand: ['sqs:SendMessage'],
}

/** What Lambda does in a function's name when it hands over the messages of a queue. */
const ACTIONS_OF_MAPPING = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']

/** Holds what a bundle imports against what the template lets its function do. */
export const compareGrants = (template: Template, functionId: string, bundle: string): Comparison => {
  const { commands, foreign } = importsOf(bundle)
  const needed = new Set(neededBy(template, functionId, commands))
  const granted = new Set(grantedTo(template, functionId))
  return {
    missing: [...needed].filter((grant) => !granted.has(grant)),
    unused: [...granted].filter((grant) => !needed.has(grant)),
    foreign,
  }
}

/** The commands that a bundle imports, and what it imports beside them that is not of Node. */
const importsOf = (bundle: string): { readonly commands: readonly string[]; readonly foreign: readonly string[] } => {
  const statements = [
    ...bundle.matchAll(/\bimport\s*(?:\{([^}]*)\}\s*from|[\w$*,{}\s]*?from|\()?\s*["']([^"'\n]+)["']/g),
  ]
  const imports = statements.map(([, names, from = '']) => ({ names, from }))
  const commands = imports
    .filter(({ names, from }) => names !== undefined && CLIENTS.includes(from))
    .flatMap(({ names = '' }) => names.split(',').map((name) => name.trim().split(' ')[0] ?? ''))
    .filter((name) => name.endsWith('Command'))
  const isAllSeen =
    bundle.split('@aws-sdk/').length - 1 === imports.filter(({ from }) => from.startsWith('@aws-sdk/')).length
  return {
    commands,
    foreign: [
      ...(isAllSeen ? [] : ['a mention of the SDK that is no import']),
      ...imports.filter(({ names, from }) => !isKnown(from, names)).map(({ from }) => from),
      ...commands.filter((command) => ACTIONS[command] === undefined),
    ],
  }
}

const CLIENTS = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-kms', '@aws-sdk/client-sqs']

// A client imported whole could send anything.
const isKnown = (from: string, names: string | undefined): boolean =>
  from.startsWith('node:') || from === 'vm' || (CLIENTS.includes(from) && names !== undefined)

const neededBy = (template: Template, functionId: string, commands: readonly string[]): readonly string[] => {
  const properties = template.Resources[functionId]?.Properties ?? {}
  const { TABLE_NAME, PSEUDONYM_KEYS, QUEUE_URL } = properties.Environment?.Variables ?? {}
  const actions = commands.flatMap((command) => ACTIONS[command] ?? [])
  const table = idIn(TABLE_NAME) ?? 'no table'
  const onTable = actions.filter((action) => action.startsWith('dynamodb:'))
  const tableKey = idIn(template.Resources[table]?.Properties.SSESpecification?.KMSMasterKeyId)
  return [
    ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) =>
      on(action, idIn(properties.LoggingConfig.LogGroup)),
    ),
    ...onTable.map((action) => on(action, table)),
    ...(onTable.length > 0 ? [`${on('kms:Decrypt', tableKey)} by way of DynamoDB`] : []),
    ...actions
      .filter((action) => action === 'kms:GenerateMac')
      .flatMap((action) => keysIn(PSEUDONYM_KEYS).map((key) => on(action, key))),
    ...actions.filter((action) => action.startsWith('sqs:')).map((action) => on(action, idIn(QUEUE_URL) ?? 'no queue')),
    ...queuesOf(template, functionId).flatMap((queue) => ACTIONS_OF_MAPPING.map((action) => on(action, queue))),
  ]
}

const queuesOf = (template: Template, functionId: string): readonly (string | undefined)[] =>
  resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
    .filter(([, { Properties: mapping }]) => idIn(mapping.FunctionName) === functionId)
    .map(([, { Properties: mapping }]) => idIn(mapping.EventSourceArn))

const keysIn = (variable: unknown): readonly string[] => {
  const keys = idsIn(variable)
  return keys.length === 0 ? ['no key'] : keys
}

const on = (action: string, resource: string | undefined): string => `${action} on ${resource}`

const grantedTo = (template: Template, functionId: string): readonly string[] => {
  const roleId = idIn(template.Resources[functionId]?.Properties.Role) ?? ''
  const { ManagedPolicyArns = [], Policies = [] } = template.Resources[roleId]?.Properties ?? {}
  const attached = [...resourcesOf(template, 'AWS::IAM::Policy'), ...resourcesOf(template, 'AWS::IAM::ManagedPolicy')]
    .map(([, policy]) => policy)
    .filter(({ Properties: { Roles = [] } }: Resource) => idsIn(Roles).includes(roleId))
  const documents: readonly Properties[] = [...Policies, ...attached.map(({ Properties: policy }) => policy)]
  return [
    ...ManagedPolicyArns.map((arn: unknown) => `everything in ${JSON.stringify(arn)}`),
    ...documents.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(grantsIn)),
  ]
}

const grantsIn = ({ Action, Resource: resources, Condition }: Properties): readonly string[] =>
  [Action].flat().flatMap((action: string) =>
    [resources].flat().map((resource: Properties | string) => {
      const name = typeof resource === 'string' ? resource : (idIn(resource) ?? JSON.stringify(resource))
      const via = Condition?.StringLike?.['kms:ViaService']
      return via === undefined ? on(action, name) : `${on(action, name)} by way of ${reachedBy(via)}`
    }),
  )

const reachedBy = (via: Properties): string =>
  JSON.stringify(via) === JSON.stringify({ 'Fn::Join': ['', ['dynamodb.', { Ref: 'AWS::Region' }, '.*']] })
    ? 'DynamoDB'
    : JSON.stringify(via)
