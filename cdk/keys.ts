import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** A customer-managed key for each class of data; none is deleted with the stack. */
export class Keys extends Construct {
  /** What the table holds. */
  readonly data: Key
  /** What the log of accesses holds. */
  readonly accessLog: Key
  /** What is logged, and the alarms. */
  readonly logs: Key
  /** What is exported, and what is asked of it; it opens nothing that is about one person. */
  readonly exports: Key
  /** What turns identity numbers into pseudonyms, by version name. */
  readonly pseudonyms: Readonly<Record<string, Key>>

  constructor(scope: Construct, id: string, pseudonymVersions: readonly string[]) {
    super(scope, id)
    this.data = new Key(this, 'Data', { ...KEPT, enableKeyRotation: true, description: 'Fristdag: the table' })
    this.logs = new Key(this, 'Logs', { ...KEPT, enableKeyRotation: true, description: 'Fristdag: logs and alarms' })
    this.logs.addToResourcePolicy(byLogGroups())
    this.logs.addToResourcePolicy(byAlarms())
    this.exports = new Key(this, 'Exports', { ...KEPT, enableKeyRotation: true, description: 'Fristdag: exports' })
    this.accessLog = new Key(this, 'AccessLog', {
      ...KEPT,
      enableKeyRotation: true,
      description: 'Fristdag: the log of accesses',
    })
    this.pseudonyms = Object.fromEntries(
      pseudonymVersions.map((version) => [
        version,
        new Key(this, `Pseudonyms${version}`, {
          ...KEPT,
          keySpec: KeySpec.HMAC_256,
          keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
          description: `Fristdag: pseudonyms, version ${version}`,
        }),
      ]),
    )
  }
}

const KEPT = { removalPolicy: RemovalPolicy.RETAIN, pendingWindow: Duration.days(30) }

const byLogGroups = (): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
      },
    },
  })

const byAlarms = (): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  })
