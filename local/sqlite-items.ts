import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { AttributeValue, Item, Key } from '#store/table.ts'
import { itemSize } from '#store/table-limits.ts'

/** The sort keys from `lower` to before `upper`, in order. */
export type Span = {
  readonly pk: string
  readonly lower: string
  readonly upper: string
  readonly descending: boolean
  readonly limit?: number
}

/** An item with its bytes as DynamoDB counts them. */
export type SizedItem = { readonly item: Item; readonly size: number }

/** The prepared statements on the one table of the file, which they create if it is not there. */
export const sqliteItems = (database: DatabaseSync) => {
  // TEXT compares by the bytes of its UTF-8, as DynamoDB does.
  database.exec(`CREATE TABLE IF NOT EXISTS item (
    pk TEXT NOT NULL, sk TEXT NOT NULL, attributes TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (pk, sk)
  ) STRICT, WITHOUT ROWID`)
  const one = database.prepare('SELECT pk, sk, attributes, size FROM item WHERE pk = ? AND sk = ?')
  const upsert = database.prepare(`INSERT INTO item (pk, sk, attributes, size) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET attributes = excluded.attributes, size = excluded.size`)
  const remove = database.prepare('DELETE FROM item WHERE pk = ? AND sk = ?')
  const span = 'SELECT pk, sk, attributes, size FROM item WHERE pk = ? AND sk >= ? AND sk < ? ORDER BY sk'
  const up = database.prepare(`${span} LIMIT ?`)
  const down = database.prepare(`${span} DESC LIMIT ?`)

  return {
    get: ({ pk, sk }: Key): Item | undefined => {
      const row = one.get(pk, sk)
      return row === undefined ? undefined : parseRow(row).item
    },
    put: (item: Item): void => {
      const { pk, sk, ...attributes } = item
      upsert.run(pk, sk, JSON.stringify(attributes), itemSize(item))
    },
    remove: ({ pk, sk }: Key): void => {
      remove.run(pk, sk)
    },
    *span({ pk, lower, upper, descending, limit = -1 }: Span): Generator<SizedItem> {
      for (const row of (descending ? down : up).iterate(pk, lower, upper, limit)) yield parseRow(row)
    },
  }
}

const parseRow = ({ pk, sk, attributes, size }: Record<string, SQLOutputValue>): SizedItem => {
  const isRow =
    typeof pk === 'string' && typeof sk === 'string' && typeof attributes === 'string' && typeof size === 'number'
  if (!isRow) throw new Error('A stored row is not an item')
  return { item: { ...parseAttributes(attributes), pk, sk }, size }
}

const parseAttributes = (text: string): Record<string, AttributeValue> => {
  const parsed: unknown = JSON.parse(text)
  if (!isAttributes(parsed)) throw new Error('Stored attributes are not flat')
  return parsed
}

const isAttributes = (parsed: unknown): parsed is Record<string, AttributeValue> =>
  typeof parsed === 'object' && parsed !== null && Object.values(parsed).every(isAttributeValue)

const isAttributeValue = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
