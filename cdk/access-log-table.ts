import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

/**
 * The table of the log of accesses: items are added and never changed. Its own policy denies everyone in the account, the
 * administrators too, what updates or deletes; there is no time to live.
 */
export class AccessLogTable extends Table {
  constructor(scope: Construct, id: string, { key, restoreDays }: { readonly key: Key; readonly restoreDays: number }) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: restoreDays },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      resourcePolicy: new PolicyDocument({ statements: [NOBODY_CHANGES] }),
    })
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
