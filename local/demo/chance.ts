import { createHash } from 'node:crypto'

/** A source of chance that gives the same draws in the same order for the same seed, on every machine. */
export type Chance = {
  /** A whole number from the first to the last, both included. */
  readonly between: (first: number, last: number) => number
  /** True so many times in a hundred. */
  readonly percent: (times: number) => boolean
  readonly oneOf: <Value>(values: readonly [Value, ...Value[]]) => Value
}

export const chanceFrom = (seed: string): Chance => {
  let draws = 0
  const below = (limit: number): number => {
    draws += 1
    const drawn = createHash('sha256').update(`${seed} ${draws}`).digest().readUInt32BE()
    return Math.floor((drawn / 2 ** 32) * limit)
  }
  return {
    between: (first, last) => first + below(last - first + 1),
    percent: (times) => below(100) < times,
    oneOf: (values) => values[below(values.length)] ?? values[0],
  }
}
