import type { Condition, Failure, Item, Query, Write, WriteResult } from '#store/table.ts'

/** One partition kept in the plainest way, to compare tables with. */
export type TableModel = {
  readonly get: (sk: string) => Item | undefined
  readonly query: (query: Query) => readonly Item[]
  readonly transact: (writes: readonly Write[]) => WriteResult
}

/** An empty partition. */
export const tableModel = (): TableModel => {
  const items = new Map<string, Item>()
  return {
    get: (sk) => items.get(sk),
    query: ({ prefix = '', from, to, descending = false }) => {
      const found = [...items.values()]
        .filter(({ sk }) => sk.startsWith(prefix))
        .filter(({ sk }) => from === undefined || bytes(sk).compare(bytes(from)) >= 0)
        .filter(({ sk }) => to === undefined || bytes(sk).compare(bytes(to)) <= 0)
        .toSorted((a, b) => bytes(a.sk).compare(bytes(b.sk)))
      return descending ? found.toReversed() : found
    },
    transact: (writes) => {
      const failures = writes.flatMap((write, index) => failureOf(write, index, items.get(skOf(write))))
      if (failures.length > 0) return { applied: false, failures }
      for (const write of writes) {
        if (write.kind === 'delete') items.delete(write.key.sk)
        if (write.kind === 'put') items.set(write.item.sk, write.item)
        if (write.kind === 'update') {
          items.set(write.key.sk, { ...items.get(write.key.sk), ...write.set, ...write.key })
        }
      }
      return { applied: true }
    },
  }
}

const bytes = (text: string): Buffer => Buffer.from(text)

const skOf = (write: Write): string => (write.kind === 'put' ? write.item.sk : write.key.sk)

const failureOf = ({ condition }: Write, index: number, existing: Item | undefined): readonly Failure[] => {
  if (condition === undefined || holds(condition, existing)) return []
  return [existing === undefined ? { index, condition } : { index, condition, existing }]
}

const holds = (condition: Condition, existing: Item | undefined): boolean => {
  if (condition.kind === 'absent') return existing === undefined
  if (condition.kind === 'present') return existing !== undefined
  return existing?.[condition.attribute] === condition.value
}
