import { failuresOf, itemsAfter, keyOf } from '#local/applied-writes.ts'
import type { Span } from '#local/sqlite-items.ts'
import { readsOf } from '#local/sqlite-reads.ts'
import type { Item, Key, Table, Write, WriteResult } from '#store/table.ts'
import { checkWrite, checkWrites, itemSize } from '#store/table-limits.ts'

type Kept = { readonly order: string; readonly item: Item; readonly size: number }

/** A table in memory that keeps all promises of the port, for properties that make thousands of tables. */
export const memoryTable = (): Table => {
  const partitions = new Map<string, Kept[]>()
  const partition = (pk: string): Kept[] => {
    const kept = partitions.get(pk) ?? []
    partitions.set(pk, kept)
    return kept
  }
  const get = ({ pk, sk }: Key): Item | undefined => {
    const kept = partition(pk)[placeOf(partition(pk), inBytes(sk))]
    return kept?.item.sk === sk ? kept.item : undefined
  }
  const apply = (writes: readonly Write[]): WriteResult => {
    const existing = writes.map((write) => get(keyOf(write)))
    const failures = failuresOf(writes, existing)
    if (failures.length > 0) return { applied: false, failures }
    const after = itemsAfter(writes, existing)
    for (const [index, write] of writes.entries()) {
      const [{ pk, sk }, item] = [keyOf(write), after[index]]
      const order = inBytes(sk)
      const made = item === undefined ? [] : [{ order, item: stored(item), size: itemSize(item) }]
      partition(pk).splice(placeOf(partition(pk), order), existing[index] === undefined ? 0 : 1, ...made)
    }
    return { applied: true }
  }
  const span = ({ pk, lower, upper, descending, limit }: Span): readonly Kept[] => {
    const [from, to] = [placeOf(partition(pk), inBytes(lower)), placeOf(partition(pk), inBytes(upper))]
    const found = partition(pk).slice(from, to)
    return (descending ? found.reverse() : found).slice(0, limit)
  }
  return {
    ...readsOf({
      get,
      *span(asked) {
        yield* span(asked)
      },
    }),
    write: async (write) => {
      checkWrite(write)
      return apply([write])
    },
    transact: async (writes) => {
      checkWrites(writes)
      return apply(writes)
    },
  }
}

// There is no negative zero in what is kept.
const stored = (item: Item): Item => (Object.values(item).includes(0) ? JSON.parse(JSON.stringify(item)) : item)

// Strings of bytes compare as DynamoDB compares the bytes of UTF-8.
const inBytes = (text: string): string => Buffer.from(text).toString('latin1')

/** The place of the first that does not come before. */
const placeOf = (kept: readonly Kept[], order: string): number => {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.order ?? '') < order) low = middle + 1
    else high = middle
  }
  return low
}
