import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

/** What is asked of a table, be it the stack's own or one restored from a backup. */
export type NamedTable = Pick<
  ITable,
  'tableName' | 'tableArn' | 'metric' | 'metricConsumedReadCapacityUnits' | 'metricConsumedWriteCapacityUnits'
>

/** A table with the key that it is encrypted with. */
export type KeyedTable = { readonly table: NamedTable; readonly key: Key }

/** What a table is made with: its own key, how far back it can be restored, and who may not do what with it. */
export type KeptTableProps = {
  readonly key: Key
  readonly restoreDays: number
  readonly resourcePolicy?: PolicyDocument
}

/** A table that is kept: encrypted with its own key, restorable to any second, and deleted neither by mistake nor with the stack. */
export class KeptTable extends Table {
  constructor(scope: Construct, id: string, { key, restoreDays, ...policy }: KeptTableProps) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: restoreDays },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...policy,
    })
  }
}
