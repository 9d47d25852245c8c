import type { Table } from '#store/table.ts'

/** After which write a process dies, and what happens before each of its accesses, by how many there were. */
export type Interruption = {
  readonly diesAfter?: number
  readonly before?: (accesses: number) => Promise<void>
}

/** The table of one process: nothing of the process goes on once it has died, and what it has written stays. */
export const interruptedTable = (
  table: Table,
  { diesAfter = Number.POSITIVE_INFINITY, before = async () => undefined }: Interruption,
): Table & { readonly isDead: () => boolean; readonly accesses: () => number } => {
  let [accesses, writes] = [0, 0]
  const isDead = (): boolean => writes >= diesAfter
  const alive = async <Value>(access: () => Promise<Value>): Promise<Value> => {
    if (isDead()) throw new Error('The process has died')
    await before(accesses)
    accesses += 1
    return access()
  }
  const written = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    const result = await alive(write)
    writes += 1
    if (isDead()) throw new Error('The process has died')
    return result
  }
  return {
    get: (key) => alive(() => table.get(key)),
    query: (query) => alive(() => table.query(query)),
    write: (write) => written(() => table.write(write)),
    transact: (writes) => written(() => table.transact(writes)),
    isDead,
    accesses: () => accesses,
  }
}
