import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Assembly, assembly, environmentNames, idIn, type Properties, resourcesOf } from '../support/assembly.ts'
import { compareGrants } from '../support/grants.ts'

const EXACT = { missing: [], unused: [], foreign: [] }

const bundleOf = ({ assetOf }: Assembly, functionId: string): string =>
  readFileSync(join(assetOf(functionId), 'index.mjs'), 'utf8')

const idOf = ({ template }: Assembly, start: string): string =>
  resourcesOf(template, 'AWS::Lambda::Function').find(([id]) => id.startsWith(start))?.[0] ?? ''

describe.each(environmentNames)('in %s the grants of', (environment) => {
  const deployed = assembly(environment)

  it.each(resourcesOf(deployed.template, 'AWS::Lambda::Function').map(([id]) => id))(
    '%s are what its bundle can send, none missing and none unused',
    (id) => {
      expect(compareGrants(deployed.template, id, bundleOf(deployed, id))).toEqual(EXACT)
    },
  )
})

describe('the comparison', () => {
  const deployed = assembly()
  const reader = idOf(deployed, 'getepisode')
  const writer = idOf(deployed, 'putepisode')
  const open = idOf(deployed, 'getapiinfo')
  const worker = idOf(deployed, 'work')

  const compared = (id: string, change: (statements: Properties[]) => void = () => undefined, bundle?: string) => {
    const template = structuredClone(deployed.template)
    const role = idIn(template.Resources[id]?.Properties.Role)
    for (const [, { Properties: policy }] of resourcesOf(template, 'AWS::IAM::Policy'))
      if (idIn(policy.Roles[0]) === role) change(policy.PolicyDocument.Statement)
    return compareGrants(template, id, bundle ?? bundleOf(deployed, id))
  }
  const ofLog = (statements: Properties[]): Properties =>
    statements.find(({ Resource: of }) => idIn(of)?.startsWith('AccessLog')) ?? {}
  const ofTable = (statements: Properties[]): Properties =>
    statements.find(({ Resource: of }) => idIn(of)?.startsWith('Table')) ?? {}

  it('finds a grant that no command uses', () => {
    const { unused } = compared(reader, (statements) => ofTable(statements).Action.push('dynamodb:PutItem'))

    expect(unused).toEqual([expect.stringMatching(/^dynamodb:PutItem on Table/)])
  })

  it('finds a grant on everything, or by way of everything', () => {
    const everything = compared(reader, (statements) => {
      ofTable(statements).Resource = '*'
    })
    const directly = compared(reader, (statements) => {
      for (const statement of statements) delete statement.Condition
    })

    expect(everything.unused).toEqual(['dynamodb:GetItem on *', 'dynamodb:Query on *'])
    expect(directly.unused.toSorted()).toEqual([
      expect.stringMatching(/^kms:Decrypt on KeysAccessLog\w+$/),
      expect.stringMatching(/^kms:Decrypt on KeysData\w+$/),
    ])
  })

  it('finds a grant to a function whose bundle sends nothing, and a policy of AWS on its role', () => {
    const template = structuredClone(deployed.template)
    const role = template.Resources[idIn(template.Resources[open]?.Properties.Role) ?? '']
    if (role !== undefined) role.Properties.ManagedPolicyArns = ['arn:…:policy/ReadOnlyAccess']

    expect(compareGrants(template, open, bundleOf(deployed, open)).unused).toHaveLength(1)
  })

  it.each(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:Query'])(
    'finds %s granted on the log of accesses',
    (action) => {
      const { unused } = compared(reader, (statements) => {
        ofLog(statements).Action = ['dynamodb:PutItem', action]
      })

      expect(unused).toEqual([expect.stringMatching(new RegExp(`^${action} on AccessLog`))])
    },
  )

  it('finds what is missing to add to the log, or to read it', () => {
    const without = (id: string) =>
      compared(id, (statements) => {
        ofLog(statements).Action = []
      }).missing

    expect(without(reader)).toEqual([expect.stringMatching(/^dynamodb:PutItem on AccessLog/)])
    expect(without(idOf(deployed, 'listaccesses'))).toHaveLength(3)
  })

  it('finds that a function adds to a log of which it does not know', () => {
    const bundle = `process.env.ACCESS_LOG_TABLE;${bundleOf(deployed, open)}`

    expect(compared(open, undefined, bundle).missing).toEqual([
      'dynamodb:PutItem on no log',
      'kms:Decrypt on undefined by way of DynamoDB',
    ])
  })

  it('finds a command that is not granted', () => {
    const { missing } = compared(writer, (statements) => {
      const statement = ofTable(statements)
      statement.Action = statement.Action.filter((action: string) => action !== 'dynamodb:UpdateItem')
    })

    expect(missing).toEqual([expect.stringMatching(/^dynamodb:UpdateItem on Table/)])
  })

  it('finds what is missing to send to a queue, or to be handed what is in it', () => {
    const { missing } = compared(worker, (statements) => {
      statements.splice(
        statements.findIndex(({ Action }) => `${Action}`.startsWith('sqs')),
        1,
      )
    })

    expect(missing).toEqual(
      ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) =>
        expect.stringMatching(new RegExp(`^sqs:${action} on TasksWaiting`)),
      ),
    )
  })

  it('finds that a function sends to a queue of which it does not know', () => {
    const bundle = `import{SendMessageBatchCommand as a}from"@aws-sdk/client-sqs";${bundleOf(deployed, reader)}`

    expect(compared(reader, undefined, bundle).missing).toEqual(['sqs:SendMessage on no queue'])
  })

  const ofExports = (statements: Properties[]): Properties =>
    statements.find(({ Action }) => [Action].flat().includes('s3:PutObject')) ?? {}

  it('finds what is missing to keep exports', () => {
    const { missing } = compared(worker, (statements) => {
      const isOfExports = ({ Action }: Properties): boolean =>
        [Action].flat().some((action) => ['s3:PutObject', 'kms:GenerateDataKey'].includes(action))
      const kept = statements.filter((statement) => !isOfExports(statement))
      statements.splice(0, statements.length, ...kept)
    })

    expect(missing).toEqual([
      expect.stringMatching(/^s3:DeleteObject on every file of ExportsFiles\w+$/),
      expect.stringMatching(/^s3:PutObject on every file of ExportsFiles\w+$/),
      expect.stringMatching(/^kms:GenerateDataKey on KeysExports\w+ by way of S3$/),
    ])
  })

  it.each([
    ['to read what it keeps', (statement: Properties) => statement.Action.push('s3:GetObject')],
    ['to delete what a lock holds', (statement: Properties) => statement.Action.push('s3:DeleteObjectVersion')],
    ['on every bucket', (statement: Properties) => (statement.Resource = '*')],
    ['on the bucket itself', (statement: Properties) => (statement.Resource = statement.Resource['Fn::Join'][1][0])],
  ])('finds a grant %s', (_, change) => {
    expect(compared(worker, (statements) => change(ofExports(statements))).unused.length).toBeGreaterThan(0)
  })

  it('finds the key of exports granted directly, or by way of another service', () => {
    const withCondition = (condition: unknown) => (statements: Properties[]) => {
      for (const statement of statements)
        if (statement.Action === 'kms:GenerateDataKey') statement.Condition = condition
    }
    const otherService = {
      StringLike: { 'kms:ViaService': { 'Fn::Join': ['', ['sqs.', { Ref: 'AWS::Region' }, '.*']] } },
    }

    const directly = compared(worker, withCondition(undefined))
    const elsewhere = compared(worker, withCondition(otherService))

    expect(directly.unused).toEqual([expect.stringMatching(/^kms:GenerateDataKey on KeysExports\w+$/)])
    expect(elsewhere.unused).toEqual([expect.stringMatching(/^kms:GenerateDataKey on KeysExports\w+ by way of \{/)])
  })

  it('finds that a function keeps exports in a bucket of which it does not know', () => {
    const bundle = `import{PutObjectCommand as a}from"@aws-sdk/client-s3";${bundleOf(deployed, reader)}`

    expect(compared(reader, undefined, bundle).missing).toEqual([
      's3:PutObject on every file of no bucket',
      'kms:GenerateDataKey on undefined by way of S3',
    ])
  })

  it('finds a command in a bundle that should not have it', () => {
    const bundle = `import{PutItemCommand as a}from"@aws-sdk/client-dynamodb";${bundleOf(deployed, reader)}`

    expect(compared(reader, undefined, bundle).missing).toHaveLength(1)
  })

  it.each([
    'import{SNSClient as a}from"@aws-sdk/client-sns"',
    'import{CopyObjectCommand as a}from"@aws-sdk/client-s3"',
    'import*as a from"@aws-sdk/client-s3"',
    'import*as a from"@aws-sdk/client-dynamodb"',
    'import a from"@aws-sdk/client-dynamodb"',
    'const a=await import("@aws-sdk/client-kms")',
    'import"@aws-sdk/client-sqs"',
    'import{ScanCommand as a}from"@aws-sdk/client-dynamodb"',
    'import{z}from"zod"',
  ])('finds a client, or a command, that no function has: %s', (statement) => {
    expect(compared(reader, undefined, `${statement};${bundleOf(deployed, reader)}`).foreign).toHaveLength(1)
  })
})
