import * as z from 'zod'
import type { Item, Write } from './table.ts'

/** The write that keeps a content at a place, once: of several the first stays. */
export const writtenOnce = (pk: string, sk: string, content: unknown): Write => ({
  kind: 'put',
  item: { pk, sk, content: JSON.stringify(content) },
  condition: { kind: 'absent' },
})

/** The content of an item, as it was kept. */
export const contentOf = ({ content }: Item): unknown => JSON.parse(z.string().parse(content))

/** A number below a million in a sort key, so that keys are in its order. */
export const padded = (number: number): string => `${number}`.padStart(6, '0')
