import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type LifecycleRule,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { formats } from '../schemas/statistics/format.ts'

/** Under which key exports lie, for how many days nobody may delete one, and for how many their access log is kept. */
export type ExportBucketsProps = { readonly key: Key; readonly lockDays: number; readonly logDays: number }

/** Where exports are kept, each once and never changed; where answers to queries on them lie for a while; and who read what. */
export class ExportBuckets extends Construct {
  readonly key: Key
  readonly files: Bucket
  readonly queryResults: Bucket

  constructor(scope: Construct, id: string, { key, lockDays, logDays }: ExportBucketsProps) {
    super(scope, id)
    const accessLog = new Bucket(this, 'AccessLog', {
      ...PRIVATE,
      // S3 writes its log under no other.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ ...ABORTED, expiration: Duration.days(logDays) }],
    })
    this.key = key
    const encrypted = { ...PRIVATE, encryption: BucketEncryption.KMS, encryptionKey: key }
    this.files = new Bucket(this, 'Files', {
      ...encrypted,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(lockDays)),
      // What is disposed of is gone when no lock holds it any more, and thirty days have passed.
      lifecycleRules: [
        { ...ABORTED, noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
        ...RARELY_READ,
      ],
    })
    this.files.addToResourcePolicy(notOverwritten(this.files))
    this.queryResults = new Bucket(this, 'QueryResults', {
      ...encrypted,
      lifecycleRules: [{ ...ABORTED, expiration: Duration.days(30) }],
    })
    logAccess(this.files, accessLog, 'files/')
    logAccess(this.queryResults, accessLog, 'query-results/')
  }
}

/** What CloudFormation is told of a bucket. */
export const cfnBucketOf = ({ node: { defaultChild } }: Bucket): CfnBucket => {
  if (!(defaultChild instanceof CfnBucket)) throw new Error('There is no bucket in this construct')
  return defaultChild
}

const PRIVATE = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
}

const ABORTED: LifecycleRule = { abortIncompleteMultipartUploadAfter: Duration.days(1) }

// After half a year a file is fetched seldom, and then at once; what is queried stays where it is.
const RARELY_READ: readonly LifecycleRule[] = Object.keys(formats)
  .filter((format) => format !== 'parquet')
  .map((format) => ({
    prefix: `${format}/`,
    transitions: [{ storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(180) }],
  }))

/** Refuses what does not ask that there be nothing under its key, whoever sends it. */
const notOverwritten = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects('*')],
    conditions: { Null: { 's3:if-none-match': 'true' } },
  })

/** Has S3 write down who asked a bucket for what. CDK's own way would let it in by an access control list, which there is none of. */
const logAccess = (bucket: Bucket, log: Bucket, prefix: string): void => {
  cfnBucketOf(bucket).loggingConfiguration = { destinationBucketName: log.bucketName, logFilePrefix: prefix }
  log.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [log.arnForObjects(`${prefix}*`)],
      conditions: {
        ArnLike: { 'aws:SourceArn': bucket.bucketArn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  )
}
