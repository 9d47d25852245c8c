import * as z from 'zod'
import { tableNames } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { formatNames } from '#schemas/statistics/format.ts'
import { type Item, queryAll, type ReadOnlyTable, type Table } from './table.ts'
import { contentOf, padded, writtenOnce } from './written-once.ts'

const named = { table: z.enum(tableNames), audience: z.string() }

const version = z.strictObject({ agreement: z.string(), stage: z.string(), version: z.string(), sha256: z.string() })

const publishedExport = z.strictObject({
  id: z.string(),
  region: z.string(),
  month: z.string(),
  ...named,
  revision: z.int(),
  knownAt: z.string(),
  rules: z.array(version).readonly(),
  definitions: z.array(z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() })).readonly(),
  suppression: z.strictObject({ threshold: z.int(), hiddenCells: z.int() }).nullable(),
  publishedAt: z.string(),
  files: z.array(z.strictObject({ format: z.enum(formatNames), bytes: z.int(), sha256: z.string() })).readonly(),
})

/** An export whose files are all there; immutable. */
export type PublishedExport = z.infer<typeof publishedExport> & ExportFacts

const publication = z.strictObject({
  revision: z.int(),
  knownAt: z.string(),
  /** What is new in it, each by the SHA-256 of what it says. */
  exports: z.array(z.strictObject({ ...named, digest: z.string() })),
  /** What is hidden and what is shown in its protected tables, as JSON that others read and write; null where it has none. */
  pattern: z.string().nullable(),
})

/** One time that something of a region's month was published: `begun` until its files are there, `given-up` when it was not completed. */
export type Publication = z.infer<typeof publication> & { readonly state: 'begun' | 'done' | 'given-up' }

/** Which export: of a region's month, a table for an audience, and which revision. */
export type ExportName = Pick<ExportFacts, 'region' | 'month' | 'table' | 'audience' | 'revision'>

/** Published exports, to be read. */
export type ExportReads = {
  /** The exports of a region for an audience, of every month or of one, in order of month, table and revision. */
  readonly published: (region: string, audience: string, month?: string) => Promise<readonly PublishedExport[]>
  readonly find: (name: ExportName) => Promise<PublishedExport | undefined>
  /** The regions that have published anything for an audience. */
  readonly regionsOf: (audience: string) => Promise<readonly string[]>
  /** Every publication of a region's month, in order. */
  readonly publications: (region: string, month: string) => Promise<readonly Publication[]>
}

/** Published exports, to be read and added to. */
export type ExportStore = ExportReads & {
  /** Begins a publication; false when its revision is taken. */
  readonly begin: (region: string, month: string, begun: Omit<Publication, 'state'>) => Promise<boolean>
  /** Adds an export whose files are there; of the same name twice the first stays. */
  readonly add: (made: PublishedExport) => Promise<void>
  readonly end: (region: string, month: string, revision: number, state: 'done' | 'given-up') => Promise<void>
}

/** Exports over a table. */
export const exportReads = (table: ReadOnlyTable): ExportReads => ({
  published: async (region, audience, month) => {
    const prefix = month === undefined ? `${audience}#` : `${audience}#${month}#`
    const items = await queryAll(table, { pk: exportPartition(region), prefix })
    return items.map((item) => publishedExport.parse(contentOf(item)))
  },
  find: async (name) => {
    const item = await table.get(exportKey(name))
    return item === undefined ? undefined : publishedExport.parse(contentOf(item))
  },
  regionsOf: async (audience) => (await queryAll(table, { pk: audiencePartition(audience) })).map(({ sk }) => sk),
  publications: async (region, month) =>
    (await queryAll(table, { pk: publicationPartition(region, month) })).map(publicationFrom),
})

/** Exports over a table that can be written. */
export const exportStore = (table: Table): ExportStore => ({
  ...exportReads(table),
  begin: async (region, month, begun) => {
    const { pk, sk } = publicationKey(region, month, begun.revision)
    return (await table.write(writtenOnce(pk, sk, begun))).applied
  },
  add: async (made) => {
    await table.write({ kind: 'put', item: { pk: audiencePartition(made.audience), sk: made.region } })
    const { pk, sk } = exportKey(made)
    await table.write(writtenOnce(pk, sk, made))
  },
  end: async (region, month, revision, state) => {
    const key = publicationKey(region, month, revision)
    await table.write({ kind: 'update', key, set: { state }, condition: { kind: 'present' } })
  },
})

const exportPartition = (region: string): string => `X#${region}`
const audiencePartition = (audience: string): string => `XA#${audience}`

/** Where the publications of a region's month lie. */
export const publicationPartition = (region: string, month: string): string => `XP#${region}#${month}`

const publicationKey = (region: string, month: string, revision: number) => ({
  pk: publicationPartition(region, month),
  sk: padded(revision),
})

/** Where an export is told of. */
export const exportKey = ({ region, month, table, audience, revision }: ExportName) => ({
  pk: exportPartition(region),
  sk: `${audience}#${month}#${table}#${padded(revision)}`,
})

const publicationFrom = (item: Item): Publication => ({
  ...publication.parse(contentOf(item)),
  state: z.enum(['begun', 'done', 'given-up']).parse(item.state ?? 'begun'),
})
