import type { Table } from '#store/table.ts'
import { randomFrom } from './random.ts'

/** A table whose every access waits for some turns of others while a seed is set, so that two workers go on in any order. */
export type PausingTable = Table & { readonly pauseBy: (seed: number | undefined) => void }

/** The most turns that one access waits. */
const MOST_TURNS = 40

/** Puts pauses before the accesses to a table. */
export const pausingTable = (table: Table): PausingTable => {
  let random: ReturnType<typeof randomFrom> | undefined
  const pause = async (): Promise<void> => {
    for (let turns = random?.below(MOST_TURNS) ?? 0; turns > 0; turns -= 1) await undefined
  }
  return {
    get: async (key) => {
      await pause()
      return table.get(key)
    },
    query: async (query) => {
      await pause()
      return table.query(query)
    },
    write: async (write) => {
      await pause()
      return table.write(write)
    },
    transact: async (writes) => {
      await pause()
      return table.transact(writes)
    },
    pauseBy: (seed) => {
      random = seed === undefined ? undefined : randomFrom(seed)
    },
  }
}
