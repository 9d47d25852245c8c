import { grantTable } from './bind-table.ts'
import type { BundledFunction } from './bundled-function.ts'
import type { KeyedTable } from './kept-table.ts'

/** Lets a function add to the log of accesses, and where it reads it also that: nothing that updates or deletes, for anyone. */
export const bindAccessLog = (
  { lambda }: BundledFunction,
  { table, key }: KeyedTable,
  access: 'write' | 'read',
): void => {
  lambda.addEnvironment('ACCESS_LOG_TABLE', table.tableName)
  if (access === 'read') lambda.addEnvironment('ACCESS_LOG_TO_READ', table.tableName)
  grantTable({ lambda }, { table, key }, ACTIONS[access])
}

// Reading the log is an access of its own, and logged.
const ACTIONS = {
  write: ['dynamodb:PutItem'],
  read: ['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:Query'],
} as const
