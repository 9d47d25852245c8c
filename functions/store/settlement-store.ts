import * as z from 'zod'
import { closedMonthPartition, LEFT_OUT_PREFIX, leftOut, leftOutWrite } from './left-out.ts'
import { queryAll, type ReadOnlyTable, type Table, type Write } from './table.ts'
import { contentOf, padded, writtenOnce } from './written-once.ts'

/** Which month of which agreement of a region is closed as one. */
export type SettlementName = { readonly region: string; readonly agreement: string; readonly month: string }

const run = z.strictObject({ number: z.int(), by: z.string(), at: z.string(), municipalities: z.array(z.string()) })
/** One time that the closing of a month was asked for: by whom, when, and the municipalities it goes through (`-` for none recorded). */
export type Run = z.infer<typeof run>

const entry = z.strictObject({ episode: z.string(), revision: z.int(), sha256: z.string() })
const sum = { days: z.string(), ore: z.string() }

const statement = z.strictObject({
  /** The id of the liability. */
  id: z.string(),
  agreement: z.string(),
  municipality: z.string(),
  district: z.string(),
  /** When the run that closed it was asked for, and when it was kept: until then the month was shown as open. */
  closedAt: z.string(),
  recordedAt: z.string(),
  /** Exact days, `n` or `n/d`, and whole öre. */
  ...sum,
  /** The SHA-256 of the receipt. */
  sha256: z.string(),
  /** The receipt as canonical JSON, but for the entries of its manifest. */
  content: z.string(),
})

/** A month of a unit under a rule version that has been closed; immutable. */
export type StoredStatement = z.infer<typeof statement>
type Statements = readonly [StoredStatement, ...StoredStatement[]]

const correction = z.strictObject({
  number: z.int(),
  agreement: z.string(),
  municipality: z.string(),
  district: z.string(),
  recordedAt: z.string(),
  ...sum,
  causes: z.array(z.string()),
  /** The rule versions and the manifest that the corrected figures rest on. */
  rules: z.array(z.string()),
  /** The decisions of a joint group that they rest on, each by its episode and number. */
  reviews: z.array(z.string()).default([]),
  root: z.string(),
  /** The episodes among them that a dispute has left out. */
  upheld: z.array(z.string()).default([]),
})

/** What a closed account comes to more, or less, than it stood at; immutable. */
export type StoredCorrection = z.infer<typeof correction>

/** An episode that the parties leave out, and why. */
export type StoredLeftOut = z.infer<typeof leftOut>

export type ManifestLines = readonly z.infer<typeof entry>[]

/** Closed months, to be read. */
export type SettlementReads = {
  /** The latest run of a settlement. */
  readonly latestRun: (name: SettlementName) => Promise<Run | undefined>
  readonly run: (name: SettlementName, number: number) => Promise<Run | undefined>
  /** What became of each municipality in a run, as JSON, by its code. */
  readonly progress: (name: SettlementName, number: number) => Promise<ReadonlyMap<string, string>>
  /** The statements of a region's month, of all units or of a municipality's. */
  readonly statements: (region: string, month: string, municipality?: string) => Promise<readonly StoredStatement[]>
  readonly corrections: (region: string, month: string, municipality?: string) => Promise<readonly StoredCorrection[]>
  readonly leftOut: (region: string, month: string) => Promise<readonly StoredLeftOut[]>
  /** The entries of a manifest by its root. */
  readonly manifest: (region: string, month: string, root: string) => Promise<ManifestLines>
  /** Whether anything of a region's month is closed. */
  readonly isClosed: (region: string, month: string) => Promise<boolean>
  /** The months of a region of which something is closed. */
  readonly closedMonths: (region: string) => Promise<readonly string[]>
  /** The regions that have closed something of a municipality's month. */
  readonly regionsOf: (municipality: string, month: string) => Promise<readonly string[]>
}

/** Closed months, to be read and added to; nothing of them is ever changed. */
export type SettlementStore = SettlementReads & {
  /** Begins a run; false when its number is taken. */
  readonly begin: (name: SettlementName, begun: Run) => Promise<boolean>
  readonly finish: (name: SettlementName, number: number, municipality: string, outcome: string) => Promise<void>
  readonly keepManifest: (region: string, month: string, root: string, entries: ManifestLines) => Promise<void>
  /** Keeps the statements of one account, all or none; false when the account has statements already. */
  readonly addStatements: (region: string, month: string, made: Statements) => Promise<boolean>
  /** Keeps a correction; false when its number is taken. */
  readonly addCorrection: (region: string, month: string, made: StoredCorrection) => Promise<boolean>
  /** Leaves an episode out; of the same reason given twice the first stays. */
  readonly leaveOut: (region: string, month: string, made: StoredLeftOut) => Promise<boolean>
}

const partition = closedMonthPartition
const runKey = ({ region, agreement, month }: SettlementName, number: number) => ({
  pk: partition(region, month),
  sk: `RUN#${agreement}#${padded(number)}`,
})
const progressPrefix = (agreement: string, number: number): string => `DONE#${agreement}#${padded(number)}#`

/** Closed months over a table. */
export const settlementReads = (table: ReadOnlyTable): SettlementReads => {
  const listed = async <Schema extends z.ZodType>(
    schema: Schema,
    region: string,
    month: string,
    prefix: string,
  ): Promise<readonly z.output<Schema>[]> => {
    const items = await queryAll(table, { pk: partition(region, month), prefix })
    return items.map((item) => schema.parse(contentOf(item)))
  }
  const ofUnit = (kind: string, municipality?: string): string =>
    municipality === undefined ? `${kind}#` : `${kind}#${municipality}#`
  return {
    latestRun: async ({ region, agreement, month }) => {
      const prefix = `RUN#${agreement}#`
      const { items } = await table.query({ pk: partition(region, month), prefix, descending: true, limit: 1 })
      return items[0] === undefined ? undefined : run.parse(contentOf(items[0]))
    },
    run: async (name, number) => {
      const item = await table.get(runKey(name, number))
      return item === undefined ? undefined : run.parse(contentOf(item))
    },
    progress: async ({ region, agreement, month }, number) => {
      const prefix = progressPrefix(agreement, number)
      const items = await queryAll(table, { pk: partition(region, month), prefix })
      return new Map(items.map(({ sk, content }) => [sk.slice(prefix.length), z.string().parse(content)]))
    },
    statements: (region, month, municipality) => listed(statement, region, month, ofUnit('STATEMENT', municipality)),
    corrections: (region, month, municipality) => listed(correction, region, month, ofUnit('CORRECTION', municipality)),
    leftOut: (region, month) => listed(leftOut, region, month, LEFT_OUT_PREFIX),
    manifest: async (region, month, root) => {
      const items = await queryAll(table, { pk: manifestPartition(region, month), prefix: `${root}#` })
      return items.flatMap((item) => z.array(entry).parse(contentOf(item)))
    },
    isClosed: async (region, month) => (await table.get({ pk: closedPartition(region), sk: month })) !== undefined,
    closedMonths: async (region) => (await queryAll(table, { pk: closedPartition(region) })).map(({ sk }) => sk),
    regionsOf: async (municipality, month) =>
      (await queryAll(table, { pk: closedOfPartition(municipality, month) })).map(({ sk }) => sk),
  }
}

/** Where the months of a region are listed of which something is closed. */
export const closedPartition = (region: string): string => `CLOSED#${region}`

/** Where the regions are listed that have closed something of a municipality's month. */
export const closedOfPartition = (municipality: string, month: string): string => `CLOSED#${municipality}#${month}`

/** Where the manifests of a region's month lie. */
export const manifestPartition = (region: string, month: string): string => `K#${region}#${month}`

/** Closed months over a table that can be written. */
export const settlementStore = (table: Table): SettlementStore => {
  const add = async (...writes: readonly Write[]): Promise<boolean> => (await table.transact(writes)).applied
  return {
    ...settlementReads(table),
    begin: (name, begun) => {
      const { pk, sk } = runKey(name, begun.number)
      return add(writtenOnce(pk, sk, begun))
    },
    finish: async ({ region, agreement, month }, number, municipality, outcome) => {
      const sk = `${progressPrefix(agreement, number)}${municipality}`
      await table.write({ kind: 'put', item: { pk: partition(region, month), sk, content: outcome } })
    },
    keepManifest: async (region, month, root, entries) => {
      for (let start = 0; start === 0 || start < entries.length; start += MOST_ENTRIES) {
        const sk = `${root}#${padded(start)}`
        const content = JSON.stringify(entries.slice(start, start + MOST_ENTRIES))
        await table.write({ kind: 'put', item: { pk: manifestPartition(region, month), sk, content } })
      }
    },
    addStatements: async (region, month, made) => {
      const [{ municipality, district, agreement }] = made
      await table.write({ kind: 'put', item: { pk: closedPartition(region), sk: month } })
      await table.write({ kind: 'put', item: { pk: closedOfPartition(municipality, month), sk: region } })
      return add(
        writtenOnce(partition(region, month), `ACCOUNT#${municipality}#${district}#${agreement}`, {}),
        ...made.map((each) =>
          writtenOnce(partition(region, month), `STATEMENT#${municipality}#${district}#${each.id}`, each),
        ),
      )
    },
    addCorrection: (region, month, made) => {
      const { municipality, district, agreement, number } = made
      const sk = `CORRECTION#${municipality}#${district}#${agreement}#${padded(number)}`
      return add(writtenOnce(partition(region, month), sk, made))
    },
    leaveOut: (region, month, made) => add(leftOutWrite(region, month, made)),
  }
}

/** As many entries, of some 120 bytes, as an item of the table holds with room to spare. */
const MOST_ENTRIES = 2_000
