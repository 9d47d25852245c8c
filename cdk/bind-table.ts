import { Aws } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { BundledFunction } from './bundled-function.ts'
import type { KeyedTable } from './kept-table.ts'

/** Lets a function read, or also write, the table: its name, exactly the actions sent, and its key by way of DynamoDB alone. */
export const bindTable = ({ lambda }: BundledFunction, { table, key }: KeyedTable, access: 'read' | 'write'): void => {
  lambda.addEnvironment('TABLE_NAME', table.tableName)
  grantTable({ lambda }, { table, key }, ACTIONS[access])
}

/** Grants a function exactly these actions on a table, and its key by way of DynamoDB alone. */
export const grantTable = (
  { lambda }: Pick<BundledFunction, 'lambda'>,
  { table, key }: KeyedTable,
  actions: readonly string[],
): void => {
  lambda.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [table.tableArn] }))
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      // The end of the name differs between partitions.
      conditions: { StringLike: { 'kms:ViaService': `dynamodb.${Aws.REGION}.*` } },
    }),
  )
}

// A transaction is allowed by the actions that it is made of.
const ACTIONS = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  write: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
} as const
