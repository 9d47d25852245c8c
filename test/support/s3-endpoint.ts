import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** What lies in a bucket under a key. */
export type StoredObject = { readonly bytes: Buffer; readonly mediaType: string }

/** S3 on 127.0.0.1, told by paths which bucket: what is put stays until it is deleted, and is got by a signed address that has not run out. */
export type S3Endpoint = {
  readonly url: string
  /** By bucket and key, as `bucket/key`. */
  readonly objects: Map<string, StoredObject>
  readonly close: () => Promise<void>
}

/**
 * Starts S3 for `PutObject` on what is not there, `DeleteObject`, and signed `GetObject`, in the buckets named.
 *
 * A signature is asked for and not verified; what its query says of time and disposition is heeded.
 */
export const startS3Endpoint = async (buckets: readonly string[]): Promise<S3Endpoint> => {
  const objects = new Map<string, StoredObject>()
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://s3')
    const name = decodeURIComponent(address.pathname.slice(1))
    const bytes = await buffer(request)
    const answered = (): Answer => {
      if (!buckets.includes(name.split('/')[0] ?? '')) return refusal(404, 'NoSuchBucket')
      if (request.method === 'PUT') return put(objects, name, bytes, request.headers)
      if (request.method === 'DELETE') return remove(objects, name)
      return request.method === 'GET' ? get(objects, name, address.searchParams) : refusal(405, 'MethodNotAllowed')
    }
    const { status, headers, body } = answered()
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    objects,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

const put = (objects: Map<string, StoredObject>, name: string, bytes: Buffer, headers: IncomingHttpHeaders): Answer => {
  // As the policy of the bucket demands.
  if (headers['if-none-match'] !== '*') return refusal(403, 'AccessDenied')
  const digest = createHash('sha256').update(bytes).digest('base64')
  if (headers['x-amz-checksum-sha256'] !== digest) return refusal(400, 'BadDigest')
  if (objects.has(name)) return refusal(412, 'PreconditionFailed')
  objects.set(name, { bytes, mediaType: headers['content-type'] ?? 'application/octet-stream' })
  return { status: 200, headers: { etag: '"etag"' }, body: '' }
}

const remove = (objects: Map<string, StoredObject>, name: string): Answer => {
  objects.delete(name)
  return { status: 204, headers: {}, body: '' }
}

const get = (objects: ReadonlyMap<string, StoredObject>, name: string, query: URLSearchParams): Answer => {
  const signedAt = Date.parse((query.get('X-Amz-Date') ?? '').replace(BASIC_TIME, '$1-$2-$3T$4:$5:$6Z'))
  const isGood = query.has('X-Amz-Signature') && Date.now() < signedAt + Number(query.get('X-Amz-Expires')) * 1000
  if (!isGood) return refusal(403, 'AccessDenied')
  const found = objects.get(name)
  if (found === undefined) return refusal(404, 'NoSuchKey')
  const headers = {
    'content-type': found.mediaType,
    'content-disposition': query.get('response-content-disposition') ?? 'inline',
  }
  return { status: 200, headers, body: found.bytes }
}

const BASIC_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

const refusal = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<Error><Code>${code}</Code></Error>`,
})
