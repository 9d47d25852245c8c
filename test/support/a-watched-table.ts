import type { Key, Table, Write } from '#store/table.ts'

/** A table that remembers under which keys anything was ever put, and tells which of them still hold something. */
export const aWatchedTable = (table: Table): Table & { readonly left: () => Promise<readonly Key[]> } => {
  const keys = new Map<string, Key>()
  const remember = (write: Write): void => {
    const { pk, sk } = write.kind === 'put' ? write.item : write.key
    keys.set(`${pk} ${sk}`, { pk, sk })
  }
  return {
    ...table,
    write: (write) => {
      remember(write)
      return table.write(write)
    },
    transact: (writes) => {
      for (const write of writes) remember(write)
      return table.transact(writes)
    },
    left: async () => {
      const found = await Promise.all([...keys.values()].map((key) => table.get(key)))
      return [...keys.values()].filter((_, index) => found[index] !== undefined)
    },
  }
}
