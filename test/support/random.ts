/** Repeatable randomness: the same seed gives the same choices. */
export type Random = {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number
  readonly one: <Item>(items: readonly Item[]) => Item
}

/** Choices from a seed (mulberry32). */
export const randomFrom = (seed: number): Random => {
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    one: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('There is nothing to choose from')
      return item
    },
  }
}
