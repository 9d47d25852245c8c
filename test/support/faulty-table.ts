import { setImmediate } from 'node:timers/promises'
import { keyOf } from '#local/applied-writes.ts'
import { type Item, type Key, type Page, type Query, type Table, TableBusyError, type Write } from '#store/table.ts'
import type { Random } from './random.ts'

/** What can go wrong with one access, each a promise that the port does not make. */
export const FAULTS = ['throttled', 'unanswered', 'late', 'partial', 'repeated'] as const
type Fault = (typeof FAULTS)[number]

/** A table that fails a share of its accesses while it is told to, and counts what it did. */
export type FaultyTable = Table & {
  /** How many of a hundred accesses go wrong from here on. */
  readonly fail: (percent: number) => void
  readonly accesses: () => number
  readonly injected: ReadonlyMap<Fault, number>
  /** Every partition that was ever written to. */
  readonly partitions: ReadonlySet<string>
  /** Resolves once everything that is under way has landed. */
  readonly landed: () => Promise<unknown>
}

/**
 * Puts seeded faults around a table: throttled before anything is applied; applied, and no answer; late, so that others go
 * in between; pages cut short; requests that reach the table twice, the second time perhaps long after.
 */
export const faultyTable = (table: Table, random: Random): FaultyTable => {
  let [percent, accesses] = [0, 0]
  const injected = new Map<Fault, number>()
  const partitions = new Set<string>()
  const late: Promise<unknown>[] = []
  const next = (possible: readonly Fault[]): Fault | undefined => {
    accesses += 1
    if (random.below(100) >= percent) return undefined
    const fault = random.one(possible)
    injected.set(fault, (injected.get(fault) ?? 0) + 1)
    return fault
  }
  const turns = async (most: number): Promise<void> => {
    for (let left = percent === 0 ? 0 : random.below(most); left > 0; left -= 1) await undefined
  }
  const access = async <Value>(fault: Fault | undefined, send: () => Promise<Value>): Promise<Value> => {
    await turns(TURNS)
    if (fault === 'throttled') throw new TableBusyError('Throttled before anything was applied')
    if (fault === 'late') for (let left = 1 + random.below(LATE); left > 0; left -= 1) await setImmediate()
    const value = await send()
    if (fault === 'unanswered') throw new TableBusyError('Applied, and no answer')
    await turns(TURNS)
    return value
  }
  const written = async <Value>(writes: readonly Write[], send: () => Promise<Value>): Promise<Value> => {
    for (const write of writes) partitions.add(keyOf(write).pk)
    const fault = next(['throttled', 'unanswered', 'late', 'repeated'])
    if (fault !== 'repeated') return access(fault, send)
    // Whoever sends again over a lost answer hears what became of the second, or the second lands when it is forgotten.
    if (writes.every(({ condition }) => condition === undefined) && random.below(2) === 0) {
      const value = await access(undefined, send)
      late.push(access('late', send))
      return value
    }
    await access(undefined, send)
    return access('late', send)
  }
  return {
    get: (key: Key): Promise<Item | undefined> =>
      access(next(['throttled', 'unanswered', 'late', 'repeated']), () => table.get(key)),
    query: (query: Query): Promise<Page> => {
      const fault = next(['throttled', 'unanswered', 'late', 'partial', 'partial'])
      const limit = Math.min(query.limit ?? Number.POSITIVE_INFINITY, 1 + random.below(3))
      return access(fault, () => table.query(fault === 'partial' ? { ...query, limit } : query))
    },
    write: (write) => written([write], () => table.write(write)),
    transact: (writes) => written(writes, () => table.transact(writes)),
    fail: (share) => {
      percent = share
    },
    accesses: () => accesses,
    injected,
    partitions,
    landed: () => Promise.all(late),
  }
}

/** The most turns of others before and after an access that goes well, and the most rounds of all others when it is late. */
const TURNS = 12
const LATE = 8
