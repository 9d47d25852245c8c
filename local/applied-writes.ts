import type { Condition, Failure, Item, Key, Write } from '#store/table.ts'
import { checkItemSize, checkTransactionSize } from '#store/table-limits.ts'

/** The key that a write is on. */
export const keyOf = (write: Write): Key => (write.kind === 'put' ? write.item : write.key)

/** Every condition that does not hold, with its place in the list; `existing` has the item before each write. */
export const failuresOf = (writes: readonly Write[], existing: readonly (Item | undefined)[]): readonly Failure[] =>
  writes.flatMap(({ condition }, index) => {
    const item = existing[index]
    if (condition === undefined || holds(condition, item)) return []
    return item === undefined ? { index, condition } : { index, condition, existing: item }
  })

/** The item after each write, absent after a delete; throws TableLimitError if one or all are too large. */
export const itemsAfter = (
  writes: readonly Write[],
  existing: readonly (Item | undefined)[],
): readonly (Item | undefined)[] => {
  const items = writes.map((write, index) => itemAfter(write, existing[index]))
  const kept = items.filter((item) => item !== undefined)
  for (const item of kept) checkItemSize(item)
  checkTransactionSize(kept)
  return items
}

const holds = (condition: Condition, item: Item | undefined): boolean => {
  switch (condition.kind) {
    case 'absent':
      return item === undefined
    case 'present':
      return item !== undefined
    case 'equals':
      return item !== undefined && item[condition.attribute] === condition.value
  }
}

const itemAfter = (write: Write, existing: Item | undefined): Item | undefined => {
  switch (write.kind) {
    case 'put':
      return write.item
    case 'update':
      return { ...(existing ?? write.key), ...write.set, pk: write.key.pk, sk: write.key.sk }
    case 'delete':
      return undefined
  }
}
