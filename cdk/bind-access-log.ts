import { Aws } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { BundledFunction } from './bundled-function.ts'
import type { KeyedTable } from './episode-table.ts'

/** Lets a function add to the log of accesses, and where it reads it also that: nothing that updates or deletes, for anyone. */
export const bindAccessLog = (
  { lambda }: BundledFunction,
  { table, key }: KeyedTable,
  access: 'write' | 'read',
): void => {
  lambda.addEnvironment('ACCESS_LOG_TABLE', table.tableName)
  if (access === 'read') lambda.addEnvironment('ACCESS_LOG_TO_READ', table.tableName)
  lambda.addToRolePolicy(new PolicyStatement({ actions: [...ACTIONS[access]], resources: [table.tableArn] }))
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      // The end of the name differs between partitions.
      conditions: { StringLike: { 'kms:ViaService': `dynamodb.${Aws.REGION}.*` } },
    }),
  )
}

// Reading the log is an access of its own, and logged.
const ACTIONS = {
  write: ['dynamodb:PutItem'],
  read: ['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:Query'],
} as const
