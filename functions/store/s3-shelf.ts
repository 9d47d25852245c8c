import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  DeleteObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { delayBefore } from './backoff.ts'
import type { ExportFile, ExportShelf } from './export-files.ts'
import { isOfNetwork } from './network-failure.ts'
import { ShelfBusyError } from './shelf-busy.ts'

/** Which bucket, and how often (`attempts`) and how patiently (`sleep`, in ms) a file that meets another is kept again. */
export type S3ShelfOptions = {
  readonly client: S3Client
  readonly bucket: string
  readonly attempts?: number
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/**
 * Files of exports in a bucket, under its own encryption. What is removed is no longer found, and gone when the bucket's own
 * rules let go of it. Throws {@link ShelfBusyError} when it may help to ask again.
 */
export const s3Shelf = (options: S3ShelfOptions): ExportShelf => ({
  keep: async (key, file) => {
    const { client, bucket, attempts = 6, sleep = setTimeout } = options
    const input = putInput(bucket, key, file)
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send(new PutObjectCommand(input))
        return
      } catch (error) {
        if (isThereAlready(error)) return
        if (!isMeanwhile(error) || attempt >= attempts) throw translated(error)
        await sleep(delayBefore(attempt))
      }
    }
  },
  remove: async (key) => {
    const { client, bucket } = options
    try {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
    } catch (error) {
      throw translated(error)
    }
  },
})

/** The input of PutObject: refused when something is under the key, or when the bytes do not arrive as they are. */
const putInput = (bucket: string, key: string, { bytes, mediaType }: ExportFile): PutObjectCommandInput => ({
  Bucket: bucket,
  Key: key,
  Body: bytes,
  ContentType: mediaType,
  ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
  IfNoneMatch: '*',
})

const isThereAlready = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.name === 'PreconditionFailed'

// Another writes under the same key at this moment: whether it succeeds is known soon.
const isMeanwhile = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.name === 'ConditionalRequestConflict'

const translated = (error: unknown): unknown =>
  isMeanwhile(error) || isUnanswered(error) ? new ShelfBusyError('S3 could not do it now', { cause: error }) : error

// What the SDK has sent again as often as it does, without an answer.
const isUnanswered = (error: unknown): boolean => {
  if (!(error instanceof S3ServiceException)) return isOfNetwork(error)
  const status = error.$metadata.httpStatusCode ?? 0
  return error.$fault === 'server' || status >= 500 || status === TOO_MANY_REQUESTS || UNANSWERED.has(error.name)
}

const TOO_MANY_REQUESTS = 429

// Throttling by the bucket's key in KMS comes as SlowDown too.
const UNANSWERED = new Set(['OperationAborted', 'RequestTimeout', 'SlowDown'])
