import { idIn, idsIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import { BUCKET, statementsOn } from './safety-of-buckets.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const WORK_GROUP = 'AWS::Athena::WorkGroup'

/** The bucket that functions keep exports in. */
const filesOf = (template: Template): string => {
  const variables = resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties: of }]) =>
    idIn(of.Environment?.Variables?.EXPORTS_BUCKET),
  )
  return variables.find((id) => id !== undefined) ?? ''
}

const bucketOf = (template: Template): Properties => template.Resources[filesOf(template)]?.Properties ?? {}

const rulesOf = ({ LifecycleConfiguration }: Properties): readonly Properties[] => LifecycleConfiguration?.Rules ?? []

const ofFiles =
  (change: (bucket: Properties) => void) =>
  (template: Template): void =>
    change(bucketOf(template))

const onFiles =
  (change: (statements: Properties[]) => void) =>
  (template: Template): void => {
    for (const [, { Properties: policy }] of resourcesOf(template, 'AWS::S3::BucketPolicy'))
      if (idIn(policy.Bucket) === filesOf(template)) change(policy.PolicyDocument.Statement)
  }

/** What is published stays as it was published, and can be queried. */
export const exportProperties: readonly SafetyProperty[] = [
  {
    name: 'an export is never overwritten, nor deleted before its time, whoever asks',
    faults: (template) => {
      const { VersioningConfiguration, ObjectLockEnabled, ObjectLockConfiguration: lock } = bucketOf(template)
      const { Mode, Days } = lock?.Rule?.DefaultRetention ?? {}
      const isLocked = VersioningConfiguration?.Status === 'Enabled' && ObjectLockEnabled === true
      const isRetained = lock?.ObjectLockEnabled === 'Enabled' && Mode === 'GOVERNANCE' && Days >= 1
      const isRefused = statementsOn(template, filesOf(template)).some(isRefusalToOverwrite)
      return isLocked && isRetained && isRefused ? [] : [`${filesOf(template)} is not kept`]
    },
    breaks: [
      ofFiles((bucket) => delete bucket.VersioningConfiguration),
      ofFiles((bucket) => delete bucket.ObjectLockEnabled),
      ofFiles((bucket) => delete bucket.ObjectLockConfiguration),
      ofFiles(({ ObjectLockConfiguration: lock }) => delete lock.Rule),
      onFiles((statements) => statements.pop()),
      onFiles((statements) => {
        for (const statement of statements) if (statement.Condition?.Null) statement.Principal = { AWS: 'someone' }
      }),
      onFiles((statements) => {
        for (const { Condition } of statements) if (Condition?.Null) Condition.Null['s3:if-none-match'] = 'false'
      }),
    ],
  },
  {
    name: 'no export ends, deleted versions do, and what is seldom fetched moves where it still can be at once',
    faults: (template) => {
      const rules = rulesOf(bucketOf(template))
      const moves = rules.filter(({ Transitions }) => Transitions !== undefined)
      const isRight =
        rules.every(({ ExpirationInDays, ExpirationDate }) => (ExpirationInDays ?? ExpirationDate) === undefined) &&
        rules.some(({ NoncurrentVersionExpiration: ends }) => ends?.NoncurrentDays >= 30) &&
        moves.length > 0 &&
        moves.every(
          ({ Prefix, Transitions: [first] }) =>
            first.StorageClass === 'GLACIER_IR' && first.TransitionInDays >= 90 && !/^(parquet.*)?$/.test(Prefix ?? ''),
        )
      return isRight ? [] : ['exports end, or move where they cannot be fetched']
    },
    breaks: [
      ofFiles((bucket) => delete bucket.LifecycleConfiguration),
      ofFiles(({ LifecycleConfiguration: { Rules } }) => {
        Rules[0].ExpirationInDays = 3650
      }),
      ofFiles(({ LifecycleConfiguration: { Rules } }) => delete Rules[0].NoncurrentVersionExpiration),
      ofFiles(({ LifecycleConfiguration: { Rules } }) => {
        Rules[1].Transitions[0].StorageClass = 'DEEP_ARCHIVE'
      }),
      ofFiles(({ LifecycleConfiguration: { Rules } }) => {
        Rules[1].Prefix = 'parquet/'
      }),
      ofFiles(({ LifecycleConfiguration: { Rules } }) => delete Rules[1].Prefix),
    ],
  },
  {
    name: 'whoever queries the statistics gets answers where they are encrypted and end, and reads no more than a gigabyte at once',
    faults: (template) =>
      faultsAmong(template, WORK_GROUP, ({ WorkGroupConfiguration: of }) => {
        const { OutputLocation, EncryptionConfiguration } = of.ResultConfiguration ?? {}
        const results = idsIn(OutputLocation).map((id) => template.Resources[id])
        return (
          of.EnforceWorkGroupConfiguration === true &&
          of.PublishCloudWatchMetricsEnabled === true &&
          of.BytesScannedCutoffPerQuery <= 1024 ** 3 &&
          EncryptionConfiguration?.EncryptionOption === 'SSE_KMS' &&
          template.Resources[idIn(EncryptionConfiguration.KmsKey) ?? '']?.Type === 'AWS::KMS::Key' &&
          results.length === 1 &&
          results.every((bucket) => bucket?.Type === BUCKET && bucket.Properties.ObjectLockEnabled !== true)
        )
      }),
    breaks: [
      removeAll(WORK_GROUP),
      ...['EnforceWorkGroupConfiguration', 'PublishCloudWatchMetricsEnabled', 'BytesScannedCutoffPerQuery'].map(
        (name) => changeOne(WORK_GROUP, ({ WorkGroupConfiguration: of }) => delete of[name]),
      ),
      changeOne(WORK_GROUP, ({ WorkGroupConfiguration: of }) => delete of.ResultConfiguration),
      changeOne(WORK_GROUP, ({ WorkGroupConfiguration: of }) => delete of.ResultConfiguration.EncryptionConfiguration),
      changeOne(WORK_GROUP, ({ WorkGroupConfiguration: of }) => {
        of.ResultConfiguration.OutputLocation = 's3://somewhere/'
      }),
    ],
  },
]

const isRefusalToOverwrite = ({ Effect, Action, Principal, Condition }: Properties): boolean =>
  Effect === 'Deny' &&
  Action === 's3:PutObject' &&
  Principal?.AWS === '*' &&
  Condition?.Null?.['s3:if-none-match'] === 'true'
