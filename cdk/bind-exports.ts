import { Aws, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { acknowledge } from './acknowledge.ts'
import type { BundledFunction } from './bundled-function.ts'
import { cfnBucketOf, type ExportBuckets } from './export-buckets.ts'

/** Lets a function keep and remove exports, or link to them: the bucket's name, the actions sent, and its key by way of S3 alone. */
export const bindExports = (
  by: BundledFunction,
  { files, key }: Pick<ExportBuckets, 'files' | 'key'>,
  access: 'keep' | 'link',
): void => {
  const { lambda } = by
  lambda.addEnvironment('EXPORTS_BUCKET', files.bucketName)
  const { onFiles, onKey } = ACTIONS[access]
  lambda.addToRolePolicy(new PolicyStatement({ actions: [...onFiles], resources: [files.arnForObjects('*')] }))
  const everyFile = `AwsSolutions-IAM5[Resource::<${Stack.of(lambda).getLogicalId(cfnBucketOf(files))}.Arn>/*]`
  acknowledge(by, everyFile, 'files of this one bucket, whose names each month makes anew')
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: [onKey],
      resources: [key.keyArn],
      // The end of the name differs between partitions.
      conditions: { StringLike: { 'kms:ViaService': `s3.${Aws.REGION}.*` } },
    }),
  )
}

// A link is good for what the function that signed it may do. To delete leaves a mark, under which the locked version lies.
const ACTIONS = {
  keep: { onFiles: ['s3:PutObject', 's3:DeleteObject'], onKey: 'kms:GenerateDataKey' },
  link: { onFiles: ['s3:GetObject'], onKey: 'kms:Decrypt' },
} as const
