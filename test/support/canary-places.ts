import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { tracesIn } from './canary.ts'

/** Where the canary is, and in which form. */
export type Found = { readonly place: string; readonly form: string }

/** Everywhere that the canary stands in a folder: names, bytes, what is packed in them, and what databases answer. */
export const foundIn = async (folder: string): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const path of filesIn(folder)) {
    const name = relative(folder, path)
    found.push(...foundAt(`the name ${name}`, name))
    for (const [part, content] of await contentsOf(path)) found.push(...foundAt(`${name}${part}`, content))
  }
  return found
}

/** The canary in one content. */
export const foundAt = (place: string, content: Uint8Array | string): readonly Found[] =>
  tracesIn(content).map((form) => ({ place, form }))

/** The paths of every file of a folder. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

type Content = readonly [part: string, content: Uint8Array | string]

const contentsOf = async (path: string): Promise<readonly Content[]> => {
  const bytes = readFileSync(path)
  const begins = bytes.subarray(0, 16).toString('latin1')
  if (begins.startsWith('SQLite format 3'))
    return [
      ['', bytes],
      [' as rows', rowsOf(path)],
    ]
  return [['', bytes], ...(await unpacked(bytes, begins))]
}

const unpacked = async (bytes: Buffer, begins: string): Promise<readonly Content[]> => {
  if (begins.startsWith('PK\x03\x04'))
    return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [
      [`/${name}`, part],
      [' as a list', name],
    ])
  if (begins.startsWith('PAR1'))
    return [[' as rows', asText(await parquetReadObjects({ file: new Uint8Array(bytes).buffer }))]]
  if (begins.startsWith('\x1f\x8b')) return [[' unpacked', gunzipSync(bytes)]]
  return []
}

// A page holds four thousand bytes: what is longer goes on elsewhere in the file, and is whole in the answer alone.
const rowsOf = (path: string): string => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    return tables.map(({ name }) => asText(database.prepare(`SELECT * FROM "${name}"`).all())).join('\n')
  } finally {
    database.close()
  }
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, part) => {
    if (typeof part === 'bigint') return `${part}`
    return part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : part
  })
