import { cursorAt, type SortRange, sortRangeOf } from '#store/sort-range.ts'
import type { Item, Page, Query, Table, Write, WriteResult } from '#store/table.ts'
import { checkKey, checkWrite, checkWrites, pageBytes } from '#store/table-limits.ts'
import { failuresOf, itemsAfter, keyOf } from './applied-writes.ts'
import { inTransaction, openDatabase, orBusy } from './sqlite-database.ts'
import { type Span, sqliteItems } from './sqlite-items.ts'

/**
 * The table in one SQLite file (or `:memory:`), created if absent in a directory that exists.
 *
 * What was answered is on disk: killing the process or the machine loses nothing, and the next open recovers by itself.
 * Several processes may open one file. Throws TableBusyError when the disk is full, fails or is held by another.
 */
export const openSqliteTable = (path: string): Table & { close(): void } => {
  const database = openDatabase(path)
  const items = orBusy(() => sqliteItems(database))

  const apply = (writes: readonly Write[]): WriteResult =>
    inTransaction(database, () => {
      const existing = writes.map((write) => items.get(keyOf(write)))
      const failures = failuresOf(writes, existing)
      if (failures.length > 0) return { applied: false, failures }
      const after = itemsAfter(writes, existing)
      for (const [index, write] of writes.entries()) {
        const item = after[index]
        if (item === undefined) items.remove(keyOf(write))
        else items.put(item)
      }
      return { applied: true }
    })

  return {
    get: async (key) => {
      checkKey(key)
      return orBusy(() => items.get(key))
    },
    query: async (query) => {
      const span = spanOf(query)
      return span === undefined ? { items: [] } : orBusy(() => pageOf(items.span(span), query.limit))
    },
    write: async (write) => {
      checkWrite(write)
      return orBusy(() => apply([write]))
    },
    transact: async (writes) => {
      checkWrites(writes)
      return orBusy(() => apply(writes))
    },
    close: () => database.close(),
  }
}

// Above every sort key: no key of at most 1024 bytes holds this many of the last code point.
const last = '\u{10ffff}'.repeat(257)

// The sort key next in byte order, so that every range is half open.
const next = (sk: string): string => `${sk}\0`

const spanOf = (query: Query): Span | undefined => {
  const { range, after } = sortRangeOf(query)
  const bounds = boundsOf(range)
  if (bounds === undefined) return undefined
  const { pk, limit, descending = false } = query
  const rest = limit === undefined ? { pk, descending } : { pk, descending, limit }
  if (after === undefined) return { ...rest, ...bounds }
  return descending ? { ...rest, ...bounds, upper: after } : { ...rest, ...bounds, lower: next(after) }
}

const boundsOf = (range: SortRange): { readonly lower: string; readonly upper: string } | undefined => {
  switch (range.kind) {
    case 'nothing':
      return undefined
    case 'whole':
      return { lower: '', upper: last }
    case 'prefix':
      return { lower: range.prefix, upper: range.prefix + last }
    case 'from':
      return { lower: range.from, upper: last }
    case 'to':
      return { lower: '', upper: next(range.to) }
    case 'between':
      return { lower: range.from, upper: next(range.to) }
  }
}

const pageOf = (found: Iterable<{ readonly item: Item; readonly size: number }>, limit: number | undefined): Page => {
  const items: Item[] = []
  let bytes = 0
  for (const { item, size } of found) {
    bytes += size
    if (bytes > pageBytes) return endingAt(items)
    items.push(item)
  }
  // As DynamoDB: a page that the limit ended has a cursor even if nothing follows.
  return items.length === limit ? endingAt(items) : { items }
}

const endingAt = (items: readonly Item[]): Page => {
  const item = items.at(-1)
  return item === undefined ? { items } : { items, cursor: cursorAt(item.sk) }
}
