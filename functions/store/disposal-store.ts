import * as z from 'zod'
import { disposalSubject, documentCounts } from '#schemas/disposal.ts'
import { type Item, type Key, queryAll, type ReadOnlyTable, type Table } from './table.ts'
import { contentOf, padded, writtenOnce } from './written-once.ts'

/** How many documents of each kind. */
export type DocumentCounts = Readonly<z.infer<typeof documentCounts>>

const disposal = z.strictObject({
  region: z.string(),
  subject: disposalSubject,
  /** The month of discharge, or `-` for what belongs to none. */
  month: z.string(),
  /** From 1; a later one took what had come in between. */
  number: z.int(),
  begunAt: z.string(),
  /** The version of the retention periods that it went by. */
  retention: z.strictObject({ version: z.string(), sha256: z.string() }),
  /** The region's own decision. */
  decision: z.strictObject({ decided: z.string(), reference: z.string() }),
  documents: documentCounts,
})

/** That documents were disposed of, by whose decision, and how many of each kind; nothing of what they said. */
export type StoredDisposal = z.infer<typeof disposal>

/** A disposal with when it was completed; until then undefined. */
export type DisposalRecord = StoredDisposal & { readonly doneAt: string | undefined }

/** Which disposals: of a region and a subject. */
export type DisposalName = Pick<StoredDisposal, 'region' | 'subject' | 'month'>

/** Records of disposal, to be read. */
export type DisposalReads = {
  /** Every record of a region, by subject and month. */
  readonly records: (region: string) => Promise<readonly DisposalRecord[]>
  /** The last record of a subject. */
  readonly last: (name: DisposalName) => Promise<DisposalRecord | undefined>
  /** Whether documents of a month that concerned a tenant (a region or municipality, by its code) have been disposed of, by any region. */
  readonly isDisposed: (tenant: string, month: string) => Promise<boolean>
}

/** Records of disposal, to be read and added to, and what removes documents. */
export type DisposalStore = DisposalReads & {
  /** Keeps that a disposal begins; false when its number is taken. */
  readonly begin: (begun: StoredDisposal) => Promise<boolean>
  /** Keeps that a tenant's documents of a region's month are being disposed of. */
  readonly mark: (tenant: string, month: string, region: string) => Promise<void>
  /** Removes what lies under keys, in their order, a hundred at once. */
  readonly remove: (keys: readonly Key[]) => Promise<void>
  readonly end: (of: StoredDisposal, at: string) => Promise<void>
}

/** Records of disposal over a table. */
export const disposalReads = (table: ReadOnlyTable): DisposalReads => ({
  records: async (region) => (await queryAll(table, { pk: partition(region) })).map(recordFrom),
  last: async ({ region, ...of }) => {
    const { items } = await table.query({ pk: partition(region), prefix: prefixOf(of), descending: true, limit: 1 })
    return items[0] === undefined ? undefined : recordFrom(items[0])
  },
  isDisposed: async (tenant, month) =>
    (await table.query({ pk: markPartition(tenant), prefix: `${month}#`, limit: 1 })).items.length > 0,
})

/** Records of disposal over a table that can be written. */
export const disposalStore = (table: Table): DisposalStore => ({
  ...disposalReads(table),
  begin: async (begun) => {
    const { pk, sk } = keyOf(begun)
    return (await table.write(writtenOnce(pk, sk, begun))).applied
  },
  mark: async (tenant, month, region) => {
    await table.write({ kind: 'put', item: { pk: markPartition(tenant), sk: `${month}#${region}` } })
  },
  remove: async (keys) => {
    for (let start = 0; start < keys.length; start += AT_ONCE)
      await table.transact(keys.slice(start, start + AT_ONCE).map((key) => ({ kind: 'delete', key })))
  },
  end: async (of, at) => {
    await table.write({ kind: 'update', key: keyOf(of), set: { doneAt: at }, condition: { kind: 'present' } })
  },
})

// As many as a transaction takes.
const AT_ONCE = 100

const partition = (region: string): string => `DISPOSALS#${region}`
const markPartition = (tenant: string): string => `DISPOSED#${tenant}`
const prefixOf = ({ subject, month }: Omit<DisposalName, 'region'>): string => `${subject}#${month}#`
const keyOf = (of: StoredDisposal): Key => ({ pk: partition(of.region), sk: `${prefixOf(of)}${padded(of.number)}` })

const recordFrom = (item: Item): DisposalRecord => ({
  ...disposal.parse(contentOf(item)),
  doneAt: z.string().optional().parse(item.doneAt),
})
