import { GetObjectCommand, type GetObjectCommandInput, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { ExportLinks } from './export-files.ts'

/** Whose signature, which bucket, and for how many seconds a link is good. */
export type S3LinksOptions = { readonly client: S3Client; readonly bucket: string; readonly seconds: number }

/** Addresses of files in a bucket, signed without asking S3; whoever has one may do what the signer may, for that long. */
export const s3Links = ({ client, bucket, seconds }: S3LinksOptions): ExportLinks => ({
  link: (key, name) => getSignedUrl(client, new GetObjectCommand(getInput(bucket, key, name)), { expiresIn: seconds }),
})

/** The input of GetObject: a file to be saved under this name, and never shown as a page. */
const getInput = (bucket: string, key: string, name: string): GetObjectCommandInput => ({
  Bucket: bucket,
  Key: key,
  ResponseContentDisposition: `attachment; filename="${name}"`,
})
