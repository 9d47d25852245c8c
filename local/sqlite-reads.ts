import { cursorAt, type SortRange, sortRangeOf } from '#store/sort-range.ts'
import type { Item, Page, Query, ReadOnlyTable } from '#store/table.ts'
import { checkKey, pageBytes } from '#store/table-limits.ts'
import { openToRead, orBusy } from './sqlite-database.ts'
import { type Span, sqliteItems } from './sqlite-items.ts'

/** The table in a SQLite file that is there, which nothing can be written through; another process may have it open. */
export const openSqliteReads = (path: string): ReadOnlyTable & { close(): void } => {
  const database = openToRead(path)
  return { ...readsOf(orBusy(() => sqliteItems(database))), close: () => database.close() }
}

/** The reading part of the table over its prepared statements. */
export const readsOf = (items: Pick<ReturnType<typeof sqliteItems>, 'get' | 'span'>): ReadOnlyTable => ({
  get: async (key) => {
    checkKey(key)
    return orBusy(() => items.get(key))
  },
  query: async (query) => {
    const span = spanOf(query)
    return span === undefined ? { items: [] } : orBusy(() => pageOf(items.span(span), query.limit))
  },
})

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
