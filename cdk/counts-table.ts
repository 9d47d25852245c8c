import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/**
 * The table in which requests are counted by client: hashes and numbers that go by themselves within days, and with the
 * stack. No key of ours and no way back: nobody would ask for last week's counts.
 */
export class CountsTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.DESTROY,
    })
    acknowledge(this, 'AwsSolutions-DDB3', 'a count is of no use an hour later, so there is nothing to restore')
  }
}
