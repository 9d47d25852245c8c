/** What may be stored under an attribute: no nesting, so that sizes and comparisons are plain. */
export type AttributeValue = string | number | boolean

/** The primary key of an item: a partition and a place in its order (bytes of UTF-8). */
export type Key = { readonly pk: string; readonly sk: string }

/** The key of an item, without its attributes. */
export const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk })

/** One stored item: its key and its flat attributes, at most 400 KB in all. */
export type Item = Key & { readonly [attribute: string]: AttributeValue }

/** A named condition on the item as it stands before the write. */
export type Condition =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present' }
  | { readonly kind: 'equals'; readonly attribute: string; readonly value: AttributeValue }

/** One write; without a condition it always applies (a put replaces, an update creates, a delete may find nothing). */
export type Write =
  | { readonly kind: 'put'; readonly item: Item; readonly condition?: Condition }
  | {
      readonly kind: 'update'
      readonly key: Key
      readonly set: { readonly [attribute: string]: AttributeValue }
      readonly condition?: Condition
    }
  | { readonly kind: 'delete'; readonly key: Key; readonly condition?: Condition }

/** A condition that did not hold: which write of the list it belongs to, and the item that stood in the way. */
export type Failure = { readonly index: number; readonly condition: Condition; readonly existing?: Item }

/** The outcome of a write or transaction: applied whole, or refused whole with every failed condition. */
export type WriteResult =
  | { readonly applied: true }
  | { readonly applied: false; readonly failures: readonly Failure[] }

/** A range of one partition, in sort order; `from` and `to` are inclusive, `prefix` excludes both. */
export type Query = {
  readonly pk: string
  readonly prefix?: string
  readonly from?: string
  readonly to?: string
  readonly descending?: boolean
  readonly limit?: number
  readonly cursor?: string
}

/** One page of a query; with a `cursor` there may be more. A page holds at most 1 MB. */
export type Page = { readonly items: readonly Item[]; readonly cursor?: string }

/**
 * The one port to what is kept: exactly the DynamoDB semantics that the product needs.
 *
 * Every read is strongly consistent. A transaction takes 1 to 100 writes on distinct keys, at most 4 MB.
 * Throws {@link TableLimitError} for what no retry can mend, {@link TableBusyError} for what one may.
 */
export type Table = {
  readonly get: (key: Key) => Promise<Item | undefined>
  readonly query: (query: Query) => Promise<Page>
  readonly write: (write: Write) => Promise<WriteResult>
  readonly transact: (writes: readonly Write[]) => Promise<WriteResult>
}

/** The part of the table that can change nothing. */
export type ReadOnlyTable = Pick<Table, 'get' | 'query'>

/** The request breaks a limit of the table (item, transaction, key): sending it again cannot help. */
export class TableLimitError extends Error {
  override readonly name = 'TableLimitError'
}

/** The table could not answer now (throttled, conflict, unreachable): whether a write was applied is not known; sending it again may help. */
export class TableBusyError extends Error {
  override readonly name = 'TableBusyError'
}

/** Every item of a range, page after page. */
export const queryAll = async (table: ReadOnlyTable, query: Query): Promise<readonly Item[]> => {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page: Page = await table.query(cursor === undefined ? query : { ...query, cursor })
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return items
}
