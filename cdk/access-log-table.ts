import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { KeptTable, type KeptTableProps } from './kept-table.ts'

/**
 * The table of the log of accesses: items are added and never changed. Its own policy denies everyone in the account, the
 * administrators too, what updates or deletes; there is no time to live.
 */
export class AccessLogTable extends KeptTable {
  constructor(scope: Construct, id: string, props: Omit<KeptTableProps, 'resourcePolicy'>) {
    super(scope, id, { ...props, resourcePolicy: new PolicyDocument({ statements: [NOBODY_CHANGES] }) })
  }
}

const NOBODY_CHANGES = new PolicyStatement({
  sid: 'NobodyChangesWhatWasLogged',
  effect: Effect.DENY,
  principals: [new AnyPrincipal()],
  actions: [
    'dynamodb:UpdateItem',
    'dynamodb:DeleteItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:PartiQLUpdate',
    'dynamodb:PartiQLDelete',
  ],
  // The table itself: its name is not known before it is there.
  resources: ['*'],
})
