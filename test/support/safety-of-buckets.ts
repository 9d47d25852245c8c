import { idIn, type Properties, type Resource, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

export const BUCKET = 'AWS::S3::Bucket'
const BUCKET_POLICY = 'AWS::S3::BucketPolicy'

/** The key of each bucket, undefined where it is S3's own. */
export const keysOfBuckets = (template: Template): readonly (string | undefined)[] =>
  resourcesOf(template, BUCKET).map(([, { Properties: bucket }]) => idIn(encryptionOf(bucket)?.KMSMasterKeyID))

const encryptionOf = ({ BucketEncryption }: Properties): Properties | undefined =>
  BucketEncryption?.ServerSideEncryptionConfiguration?.[0]?.ServerSideEncryptionByDefault

/** What the policies of a bucket say. */
export const statementsOn = (template: Template, bucketId: string): readonly Properties[] =>
  resourcesOf(template, BUCKET_POLICY)
    .filter(([, { Properties: policy }]) => idIn(policy.Bucket) === bucketId)
    .flatMap(([, { Properties: policy }]) => policy.PolicyDocument.Statement)

const isLogOf = (template: Template, id: string): boolean =>
  resourcesOf(template, BUCKET).some(
    ([, { Properties: bucket }]) => idIn(bucket.LoggingConfiguration?.DestinationBucketName) === id,
  )

const isKept = ({ DeletionPolicy, UpdateReplacePolicy }: Resource): boolean =>
  DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain'

const onPolicy = (change: (statements: Properties[]) => void, nth?: number) =>
  changeOne(BUCKET_POLICY, ({ PolicyDocument: policy }) => change(policy.Statement), nth)

/** Who gets at a bucket, and what is left behind of it. */
export const bucketProperties: readonly SafetyProperty[] = [
  {
    name: 'every bucket is closed to the public, knows no access control lists, and outlives the stack',
    faults: (template) =>
      faultsAmong(
        template,
        BUCKET,
        ({ PublicAccessBlockConfiguration: block = {}, OwnershipControls, AccessControl }, resource) =>
          ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].every(
            (name) => block[name] === true,
          ) &&
          OwnershipControls?.Rules[0]?.ObjectOwnership === 'BucketOwnerEnforced' &&
          AccessControl === undefined &&
          isKept(resource),
      ),
    breaks: [
      changeOne(BUCKET, (bucket) => delete bucket.PublicAccessBlockConfiguration),
      changeOne(BUCKET, ({ PublicAccessBlockConfiguration: block }) => {
        block.BlockPublicPolicy = false
      }),
      changeOne(BUCKET, (bucket) => delete bucket.OwnershipControls),
      changeOne(BUCKET, (bucket) => {
        bucket.AccessControl = 'LogDeliveryWrite'
      }),
      changeOne(BUCKET, (_, resource) => {
        resource.DeletionPolicy = 'Delete'
      }),
      removeAll(BUCKET),
    ],
  },
  {
    name: 'every bucket refuses what is not encrypted on the way, in a version that is still good',
    faults: (template) =>
      faultsAmong(template, BUCKET, (_, __, id) => {
        const refused = statementsOn(template, id).filter(isRefusalOfAll)
        return (
          refused.some(({ Condition }) => Condition?.Bool?.['aws:SecureTransport'] === 'false') &&
          refused.some(({ Condition }) => Condition?.NumericLessThan?.['s3:TlsVersion'] === 1.2)
        )
      }),
    breaks: [
      removeAll(BUCKET_POLICY),
      onPolicy((statements) => statements.shift()),
      onPolicy((statements) => statements.splice(1, 1)),
      onPolicy(([first]) => {
        if (first) first.Effect = 'Allow'
      }),
    ],
  },
  {
    name: 'every bucket is encrypted under a customer-managed key, but for the access log, where S3 writes under its own',
    faults: (template) =>
      faultsAmong(template, BUCKET, (bucket, _, id) => {
        const { SSEAlgorithm, KMSMasterKeyID } = encryptionOf(bucket) ?? {}
        return isLogOf(template, id)
          ? SSEAlgorithm === 'AES256'
          : SSEAlgorithm === 'aws:kms' && template.Resources[idIn(KMSMasterKeyID) ?? '']?.Type === 'AWS::KMS::Key'
      }),
    breaks: [
      changeOne(BUCKET, (bucket) => delete bucket.BucketEncryption),
      changeOne(BUCKET, ({ BucketEncryption }) => {
        delete BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID
      }),
      changeOne(BUCKET, (bucket) => delete bucket.BucketEncryption, 0),
    ],
  },
  {
    name: 'who asks a bucket for what is logged, where S3 alone may write, for the buckets of this account',
    faults: (template) => [
      ...faultsAmong(template, BUCKET, ({ LoggingConfiguration: logging }, _, id) => {
        const log = idIn(logging?.DestinationBucketName) ?? ''
        const allowed = statementsOn(template, log).filter(({ Effect }) => Effect === 'Allow')
        return isLogOf(template, id) || allowed.some((statement) => isDeliveryFrom(id, statement))
      }),
      ...resourcesOf(template, BUCKET_POLICY)
        .filter(([, { Properties: policy }]) =>
          policy.PolicyDocument.Statement.some(
            (each: Properties) => each.Effect === 'Allow' && each.Principal?.Service !== 'logging.s3.amazonaws.com',
          ),
        )
        .map(([id]) => id),
    ],
    breaks: [
      changeOne(BUCKET, (bucket) => delete bucket.LoggingConfiguration),
      onPolicy((statements) => statements.pop(), 0),
      onPolicy((statements) => {
        for (const statement of statements) delete statement.Condition
      }, 0),
      onPolicy((statements) => {
        for (const statement of statements) statement.Principal = { AWS: '*' }
      }, 0),
      onPolicy((statements) => statements.push({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject' })),
    ],
  },
  {
    name: 'uploads that are not ended leave nothing, and logs and answers to queries end',
    faults: (template) =>
      faultsAmong(template, BUCKET, ({ LifecycleConfiguration, ObjectLockEnabled }) => {
        const rules: readonly Properties[] = LifecycleConfiguration?.Rules ?? []
        const forAll = rules.find(({ Prefix, Status }) => Prefix === undefined && Status === 'Enabled')
        return (
          forAll?.AbortIncompleteMultipartUpload?.DaysAfterInitiation <= 7 &&
          (ObjectLockEnabled === true || forAll?.ExpirationInDays <= 366)
        )
      }),
    breaks: [
      changeOne(BUCKET, (bucket) => delete bucket.LifecycleConfiguration),
      changeOne(BUCKET, ({ LifecycleConfiguration: { Rules } }) => delete Rules[0].AbortIncompleteMultipartUpload),
      changeOne(BUCKET, ({ LifecycleConfiguration: { Rules } }) => delete Rules[0].ExpirationInDays),
      changeOne(BUCKET, ({ LifecycleConfiguration: { Rules } }) => delete Rules[0].ExpirationInDays, 0),
    ],
  },
]

const isRefusalOfAll = ({ Effect, Action, Principal, Resource: on }: Properties): boolean =>
  Effect === 'Deny' && Action === 's3:*' && Principal?.AWS === '*' && [on].flat().length === 2

const isDeliveryFrom = (bucketId: string, { Principal, Action, Condition }: Properties): boolean =>
  Principal?.Service === 'logging.s3.amazonaws.com' &&
  Action === 's3:PutObject' &&
  idIn(Condition?.ArnLike?.['aws:SourceArn']) === bucketId &&
  idIn(Condition?.StringEquals?.['aws:SourceAccount']) === 'AWS::AccountId'
