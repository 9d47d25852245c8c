import { isBuiltin } from 'node:module'
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
  PutObjectCommand: ['s3:PutObject'],
  GetObjectCommand: ['s3:GetObject'],
  DeleteObjectCommand: ['s3:DeleteObject'],
}

/** What S3 does in a function's name with the key of a bucket. */
const ACTIONS_ON_KEY: Readonly<Record<string, string>> = {
  's3:PutObject': 'kms:GenerateDataKey',
  's3:GetObject': 'kms:Decrypt',
}

/** What Lambda does in a function's name when it hands over the messages of a queue. */
const ACTIONS_OF_MAPPING = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']

/** Holds what a bundle imports against what the template lets its function do. */
export const compareGrants = (template: Template, functionId: string, bundle: string): Comparison => {
  const { commands, foreign } = importsOf(bundle)
  const needed = new Set(neededBy(template, functionId, commands, bundle))
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
  const imports = statements
    .map(([, names, from = '']) => ({ names, from }))
    .filter(({ from }) => !ONLY_NAMED.includes(from))
  const commands = imports
    .filter(({ names, from }) => names !== undefined && CLIENTS.includes(from))
    .flatMap(({ names = '' }) => names.split(',').map((name) => name.trim().split(' ')[0] ?? ''))
    .filter((name) => name.endsWith('Command'))
  const mentions = [...bundle.matchAll(/@aws-sdk\/[a-z0-9-]+/g)].filter(([name]) => !ONLY_NAMED.includes(name))
  const isAllSeen = mentions.length === imports.filter(({ from }) => from.startsWith('@aws-sdk/')).length
  return {
    commands,
    foreign: [
      ...(isAllSeen ? [] : ['a mention of the SDK that is no import']),
      ...imports.filter(({ names, from }) => !isKnown(from, names)).map(({ from }) => from),
      ...commands.filter((command) => ACTIONS[command] === undefined),
    ],
  }
}

const CLIENTS = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-kms', '@aws-sdk/client-s3', '@aws-sdk/client-sqs']

// What signs addresses names these in errors that say what to import; the runtime has neither, so no import of them would load.
const ONLY_NAMED = ['@aws-sdk/signature-v4-crt', '@aws-sdk/signature-v4a']

// A client imported whole could send anything.
const isKnown = (from: string, names: string | undefined): boolean =>
  isBuiltin(from) || (CLIENTS.includes(from) && names !== undefined)

/** What is sent to the log of accesses: the variable that a bundle reads tells that it adds to it, or also reads it. */
const neededOfLog = (template: Template, variables: Properties, bundle: string): readonly string[] => {
  const actions = [
    ...(bundle.includes('ACCESS_LOG_TABLE') ? ['dynamodb:PutItem'] : []),
    ...(bundle.includes('ACCESS_LOG_TO_READ') ? ['dynamodb:GetItem', 'dynamodb:Query'] : []),
  ]
  const table = idIn(variables.ACCESS_LOG_TABLE) ?? 'no log'
  const key = idIn(template.Resources[table]?.Properties.SSESpecification?.KMSMasterKeyId)
  const ofKey = actions.length > 0 ? [`${on('kms:Decrypt', key)} by way of DynamoDB`] : []
  return [...actions.map((action) => on(action, table)), ...ofKey]
}

/** What is sent to the table of counts: one command, to a table without a key of ours. */
const neededOfCounts = ({ COUNTS_TABLE }: Properties, bundle: string): readonly string[] =>
  bundle.includes('COUNTS_TABLE') ? [on('dynamodb:UpdateItem', idIn(COUNTS_TABLE) ?? 'no counts')] : []

// A bundle that writes the table can also delete from it; one that only adds to the log, or counts, cannot.
const sentToTable = (commands: readonly string[], bundle: string): readonly string[] => {
  if (commands.includes('DeleteItemCommand')) return commands
  const elsewhere = [
    ...(bundle.includes('ACCESS_LOG_TABLE') ? ['TransactWriteItemsCommand'] : []),
    ...(bundle.includes('COUNTS_TABLE') ? ['UpdateItemCommand'] : []),
  ]
  return commands.filter((command) => !elsewhere.includes(command))
}

const neededBy = (
  template: Template,
  functionId: string,
  all: readonly string[],
  bundle: string,
): readonly string[] => {
  const properties = template.Resources[functionId]?.Properties ?? {}
  const variables: Properties = properties.Environment?.Variables ?? {}
  const { TABLE_NAME, PSEUDONYM_KEYS, QUEUE_URL, EXPORTS_BUCKET } = variables
  const commands = sentToTable(all, bundle)
  const actions = commands.flatMap((command) => ACTIONS[command] ?? [])
  const table = idIn(TABLE_NAME) ?? 'no table'
  const onTable = actions.filter((action) => action.startsWith('dynamodb:'))
  const tableKey = idIn(template.Resources[table]?.Properties.SSESpecification?.KMSMasterKeyId)
  return [
    ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) =>
      on(action, idIn(properties.LoggingConfig.LogGroup)),
    ),
    ...onTable.map((action) => on(action, table)),
    ...neededOfLog(template, variables, bundle),
    ...neededOfCounts(variables, bundle),
    ...(onTable.length > 0 ? [`${on('kms:Decrypt', tableKey)} by way of DynamoDB`] : []),
    ...actions
      .filter((action) => action === 'kms:GenerateMac')
      .flatMap((action) => keysIn(PSEUDONYM_KEYS).map((key) => on(action, key))),
    ...actions.filter((action) => action.startsWith('sqs:')).map((action) => on(action, idIn(QUEUE_URL) ?? 'no queue')),
    ...actions
      .filter((action) => action.startsWith('s3:'))
      .flatMap((action) => onFiles(template, action, idIn(EXPORTS_BUCKET))),
    ...queuesOf(template, functionId).flatMap((queue) => ACTIONS_OF_MAPPING.map((action) => on(action, queue))),
  ]
}

const onFiles = (template: Template, action: string, bucket = 'no bucket'): readonly string[] => {
  const [rule] = template.Resources[bucket]?.Properties.BucketEncryption?.ServerSideEncryptionConfiguration ?? []
  const key = idIn(rule?.ServerSideEncryptionByDefault.KMSMasterKeyID)
  const onKey = ACTIONS_ON_KEY[action]
  return [on(action, filesOf(bucket)), ...(onKey === undefined ? [] : [`${on(onKey, key)} by way of S3`])]
}

const filesOf = (bucket: string | undefined): string => `every file of ${bucket}`

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
      const name = typeof resource === 'string' ? resource : (idIn(resource) ?? joined(resource))
      const via = Condition?.StringLike?.['kms:ViaService']
      return via === undefined ? on(action, name) : `${on(action, name)} by way of ${reachedBy(via)}`
    }),
  )

// The files of a bucket are its name with a wildcard; anything else that is put together is told as it is.
const joined = (resource: Properties): string => {
  const [, [bucket, rest, ...more] = []] = resource['Fn::Join'] ?? []
  return rest === '/*' && more.length === 0 ? filesOf(idIn(bucket)) : JSON.stringify(resource)
}

const reachedBy = (via: Properties): string => {
  const service = Object.entries(SERVICES).find(
    ([name]) =>
      JSON.stringify(via) === JSON.stringify({ 'Fn::Join': ['', [`${name}.`, { Ref: 'AWS::Region' }, '.*']] }),
  )
  return service?.[1] ?? JSON.stringify(via)
}

const SERVICES = { dynamodb: 'DynamoDB', s3: 'S3' }
