import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LambdaHandler } from '#http/endpoint.ts'
import { type FormatName, formats } from '#schemas/statistics/format.ts'
import type { ExportLinks, ExportShelf } from '#store/export-files.ts'
import { type Linked, signedLinks } from './signed-links.ts'

/** Where the files are kept, where the service answers, and the clock. */
export type ExportFolderOptions = {
  readonly folder: string
  readonly baseUrl: () => string
  readonly now: () => Date
}

/** A shelf in a folder, links to its files that are good for a minute, and what answers them. */
export type ExportFolder = ExportShelf & ExportLinks & { readonly routeKey: string; readonly handler: LambdaHandler }

/** Keeps files of exports in a folder: whole or not at all, each once, never changed; and serves those that it has linked to. */
export const exportFolder = ({ folder, baseUrl, now }: ExportFolderOptions): ExportFolder => {
  const signed = signedLinks()
  return {
    keep: async (key, { bytes }) => {
      await writeOnce(join(folder, safe(key)), bytes)
    },
    remove: async (key) => {
      await removeFile(join(folder, safe(key)))
    },
    link: async (key, name) => {
      const linked = { key: safe(key), name: safePart(name), expires: secondsOf(now()) + LINK_SECONDS }
      const query = new URLSearchParams({ expires: `${linked.expires}`, name, signature: signed.sign(linked) })
      return `${baseUrl()}${PREFIX}${key}?${query}`
    },
    routeKey: `GET ${PREFIX}{format}/{table}/{region}/{month}/{audience}/{revision}/{file}`,
    handler: async ({ rawPath, queryStringParameters: query = {} }) => {
      const linked = { key: rawPath.slice(PREFIX.length), name: query.name ?? '', expires: Number(query.expires) }
      const isGood = signed.isOwn(linked, query.signature ?? '') && secondsOf(now()) < linked.expires
      return isGood ? answerWith(folder, linked) : FORBIDDEN
    },
  }
}

const PREFIX = '/exports/'

const LINK_SECONDS = 60

const secondsOf = (time: Date): number => Math.floor(time.getTime() / 1000)

/** A key as it is; throws when it could lead out of the folder. */
const safe = (key: string): string => key.split('/').map(safePart).join('/')

/** A part of a key, or a name; throws when it could be more than that in a path or a header. */
const safePart = (part: string): string => {
  if (!SAFE_PART.test(part)) throw new Error('Not the key or name of an export')
  return part
}

const SAFE_PART = /^[A-Za-z0-9_-][A-Za-z0-9._=~-]*$/

// A second name given to what is complete: unlike renaming, it never takes the place of a file.
const writeOnce = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.${performance.now()}.new`
  try {
    await writeThrough(beside, bytes)
    await link(beside, path).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error
    })
    await syncFolder(dirname(path))
  } finally {
    await rm(beside, { force: true })
  }
}

const removeFile = async (path: string): Promise<void> => {
  try {
    await rm(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  await syncFolder(dirname(path))
}

const writeThrough = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// So that the name too is there after a power cut.
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

const answerWith = async (folder: string, { key, name }: Linked) => {
  try {
    const bytes = await readFile(join(folder, safe(key)))
    const headers = {
      'content-type': mediaTypeOf(key),
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    }
    return { statusCode: 200, headers, body: bytes.toString('base64'), isBase64Encoded: true }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return NOT_FOUND
    throw error
  }
}

const mediaTypeOf = (key: string): string => {
  const [format = ''] = key.split('/')
  return isFormat(format) ? formats[format].mediaType : 'application/octet-stream'
}

const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name)

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

// As the gateway answers by itself.
const FORBIDDEN = { statusCode: 403, headers: { 'content-type': 'application/json' }, body: '{"message":"Forbidden"}' }
const NOT_FOUND = { statusCode: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' }
