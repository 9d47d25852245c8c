import { createHash } from 'node:crypto'
import { DeleteObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { s3Links } from '#store/s3-links.ts'
import { s3Shelf } from '#store/s3-shelf.ts'
import { startS3Endpoint } from '../support/s3-endpoint.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const region = 'eu-north-1'
const key = 'parquet/figures/region=01/month=2020-03/audience=all/revision=1/figures.parquet'
const file = { bytes: Buffer.from('PAR1'), mediaType: 'application/vnd.apache.parquet' }
const other = { bytes: Buffer.from('other'), mediaType: 'text/csv' }

const failure = (name: string, httpStatusCode: number, $fault: 'client' | 'server' = 'client') =>
  new S3ServiceException({ name, $fault, $metadata: { httpStatusCode }, message: 'from S3' })

describe('the shelf in S3', () => {
  const client = new S3Client({ region, credentials })
  const s3 = mockClient(client)
  let sleeps = 0
  const shelf = s3Shelf({
    client,
    bucket: 'exports',
    attempts: 3,
    sleep: async () => {
      sleeps += 1
    },
  })
  const sent = () => s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input)
  beforeEach(() => {
    s3.reset()
    s3.on(PutObjectCommand).resolves({})
    sleeps = 0
  })

  it('puts a file with its media type and digest, only where there is none, under the encryption of the bucket', async () => {
    await shelf.keep(key, file)

    expect(sent()).toEqual([
      {
        Bucket: 'exports',
        Key: key,
        Body: file.bytes,
        ContentType: 'application/vnd.apache.parquet',
        ChecksumSHA256: createHash('sha256').update('PAR1').digest('base64'),
        IfNoneMatch: '*',
      },
    ])
  })

  it('is content with a file that is there already', async () => {
    s3.on(PutObjectCommand).rejects(failure('PreconditionFailed', 412))

    await expect(shelf.keep(key, file)).resolves.toBeUndefined()

    expect(sent()).toHaveLength(1)
  })

  it('asks again, after a pause, when another keeps the same file at that moment', async () => {
    s3.on(PutObjectCommand)
      .rejectsOnce(failure('ConditionalRequestConflict', 409))
      .rejects(failure('PreconditionFailed', 412))

    await shelf.keep(key, file)

    expect([sent().length, sleeps]).toEqual([2, 1])
  })

  it('is busy when another is in the way at every attempt', async () => {
    const cause = failure('ConditionalRequestConflict', 409)
    s3.on(PutObjectCommand).rejects(cause)

    await expect(shelf.keep(key, file)).rejects.toMatchObject({ name: 'ShelfBusyError', cause })

    expect(sent()).toHaveLength(3)
  })

  it.each([
    ['it throttles', failure('SlowDown', 503, 'server')],
    ['it asks for fewer requests', failure('ServiceUnavailable', 429)],
    ['it fails', failure('InternalError', 500)],
    ['it waited too long for the bytes', failure('RequestTimeout', 400)],
    ['another operation is in the way', failure('OperationAborted', 409)],
    ['it cannot be reached', Object.assign(new Error(), { code: 'ECONNRESET' })],
  ])('is busy when %s, with the cause', async (_, cause) => {
    s3.on(PutObjectCommand).rejects(cause)

    await expect(shelf.keep(key, file)).rejects.toMatchObject({ name: 'ShelfBusyError', cause })

    expect(sent()).toHaveLength(1)
  })

  it.each([
    ['a grant is missing', failure('AccessDenied', 403)],
    ['the bucket is gone', failure('NoSuchBucket', 404)],
    ['the bytes have not arrived as they were', failure('BadDigest', 400)],
    ['it is a fault of the program', new TypeError('x is undefined')],
  ])('lets the error through as it is when %s', async (_, error) => {
    s3.on(PutObjectCommand).rejects(error)

    await expect(shelf.keep(key, file)).rejects.toBe(error)
  })

  it('removes a file by its key, whatever version lies there', async () => {
    s3.on(DeleteObjectCommand).resolves({})

    await shelf.remove(key)

    expect(s3.commandCalls(DeleteObjectCommand).map(({ args }) => args[0].input)).toEqual([
      { Bucket: 'exports', Key: key },
    ])
  })

  it('is busy when S3 cannot remove a file now, and lets any other error through', async () => {
    const [busy, denied] = [failure('SlowDown', 503, 'server'), failure('AccessDenied', 403)]
    s3.on(DeleteObjectCommand).rejectsOnce(busy).rejects(denied)

    await expect(shelf.remove(key)).rejects.toMatchObject({ name: 'ShelfBusyError', cause: busy })
    await expect(shelf.remove(key)).rejects.toBe(denied)
  })
})

describe('what is kept through the SDK', () => {
  it('comes back by a link as it was, is not overwritten, and is gone once it is removed', async () => {
    const endpoint = await startS3Endpoint(['exports'])
    onTestFinished(endpoint.close)
    const client = new S3Client({ region, credentials, endpoint: endpoint.url, forcePathStyle: true })
    const shelf = s3Shelf({ client, bucket: 'exports' })

    await shelf.keep(key, file)
    await shelf.keep(key, other)

    const answer = await fetch(await s3Links({ client, bucket: 'exports', seconds: 60 }).link(key, 'figures.parquet'))
    expect(answer.headers.get('content-type')).toBe(file.mediaType)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="figures.parquet"')
    expect(await answer.text()).toBe('PAR1')
    expect([...endpoint.objects.keys()]).toEqual([`exports/${key}`])
    await shelf.remove(key)
    await shelf.remove(key)
    expect(endpoint.objects.size).toBe(0)
  })
})
