import { type Query, TableLimitError } from './table.ts'
import { checkKeyString } from './table-limits.ts'

/** Which sort keys of a partition a query asks for; `nothing` where `from` lies after `to`. */
export type SortRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'from'; readonly from: string }
  | { readonly kind: 'to'; readonly to: string }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }

/** The range and the start of a query, read from its parts; throws {@link TableLimitError} where these are not allowed. */
export const sortRangeOf = (query: Query): { readonly range: SortRange; readonly after?: string } => {
  checkKeyString('pk', query.pk, 2048)
  if (query.limit !== undefined && !isPositiveInteger(query.limit)) throw new TableLimitError('limit is not 1 or more')
  const range = rangeOf(query)
  return query.cursor === undefined ? { range } : { range, after: placeOf(query.cursor, range) }
}

/** The opaque cursor of a page that ends with this sort key. */
export const cursorAt = (sk: string): string => Buffer.from(sk).toString('base64url')

const rangeOf = ({ prefix, from, to }: Query): SortRange => {
  if (prefix !== undefined) checkKeyString('prefix', prefix, 1024)
  if (from !== undefined) checkKeyString('from', from, 1024)
  if (to !== undefined) checkKeyString('to', to, 1024)
  if (prefix !== undefined) return prefixAlone(prefix, from ?? to)
  if (from !== undefined && to !== undefined) {
    return compareBytes(from, to) <= 0 ? { kind: 'between', from, to } : { kind: 'nothing' }
  }
  if (from !== undefined) return { kind: 'from', from }
  return to === undefined ? { kind: 'whole' } : { kind: 'to', to }
}

const prefixAlone = (prefix: string, bound: string | undefined): SortRange => {
  if (bound !== undefined) throw new TableLimitError('a query has a prefix and a bound')
  return { kind: 'prefix', prefix }
}

// A cursor may have been out of our hands: one from elsewhere is refused, as DynamoDB does, not read as a place.
const placeOf = (cursor: string, range: SortRange): string => {
  const sk = Buffer.from(cursor, 'base64url').toString()
  const isOurs = sk !== '' && cursorAt(sk) === cursor && Buffer.byteLength(sk) <= 1024 && contains(range, sk)
  if (!isOurs) throw new TableLimitError('the cursor is not one of this query')
  return sk
}

const contains = (range: SortRange, sk: string): boolean => {
  switch (range.kind) {
    case 'whole':
      return true
    case 'nothing':
      return false
    case 'prefix':
      return sk.startsWith(range.prefix)
    case 'from':
      return compareBytes(range.from, sk) <= 0
    case 'to':
      return compareBytes(sk, range.to) <= 0
    case 'between':
      return compareBytes(range.from, sk) <= 0 && compareBytes(sk, range.to) <= 0
  }
}

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const isPositiveInteger = (value: number): boolean => Number.isSafeInteger(value) && value > 0
