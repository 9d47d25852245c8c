import { randomUUID } from 'node:crypto'
import type { Condition, Failure, Item, Table, WriteResult } from '#store/table.ts'

/** What an imitation of DynamoDB may lack; what is not said to be lacking is asserted. */
export type TableCapabilities = {
  readonly transactions: boolean
  /** A failure carries the item that stood in the way. */
  readonly existing?: boolean
  /** A page stops before the item that would take it past 1 MB. */
  readonly pagesBelowLimit?: boolean
  /** Bounds are compared, with each other and with a cursor, by bytes of UTF-8 and not by UTF-16 units. */
  readonly boundsByBytes?: boolean
}

/** The table under test; `table` may be called only inside a test. */
export type TableSubject = { readonly table: () => Table; readonly capabilities: TableCapabilities }

/** The outcome of a write that was applied. */
export const applied: WriteResult = { applied: true }

/** A partition that no other test uses. */
export const aPartition = (): string => `P#${randomUUID()}`

/** The failure of the write at `index`, with the existing item if the table can tell it. */
export const aFailure = (
  { capabilities }: TableSubject,
  index: number,
  condition: Condition,
  existing?: Item,
): Failure =>
  existing === undefined || capabilities.existing === false ? { index, condition } : { index, condition, existing }

/** The outcome of a single write whose condition did not hold. */
export const refused = (subject: TableSubject, condition: Condition, existing?: Item): WriteResult => ({
  applied: false,
  failures: [aFailure(subject, 0, condition, existing)],
})
