import { createHash, randomBytes } from 'node:crypto'

/** A seed that nobody has chosen. */
export const freshSeed = (): string => randomBytes(8).toString('hex')

/** So many of the items, each as likely as any other, in the order that they have; the same for the same seed and items. */
export const sampleOf = <Item extends { readonly id: string }>(
  items: readonly Item[],
  count: number,
  seed: string,
): readonly Item[] => {
  const drawn = items
    .map(({ id }) => ({ id, lot: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
  const ids = new Set(drawn.map(({ id }) => id))
  return items.filter(({ id }) => ids.has(id))
}
