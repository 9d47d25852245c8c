import * as z from 'zod'
import { type Key, keyOf, queryAll, type ReadOnlyTable, type Table } from './table.ts'

const candidate = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('version'),
    agreement: z.string(),
    stage: z.string(),
    version: z.string(),
    sha256: z.string(),
  }),
  z.strictObject({ kind: z.literal('draft'), agreement: z.string(), stage: z.string(), sha256: z.string() }),
  z.strictObject({ kind: z.literal('event'), agreement: z.string(), event: z.string(), on: z.string() }),
])

/** What is tried: a stored version, a draft that is sent along, or an event that is not declared yet. */
export type Candidate = z.infer<typeof candidate>

const simulation = z.strictObject({
  id: z.string(),
  region: z.string(),
  candidate,
  /** First and last month. */
  from: z.string(),
  to: z.string(),
  months: z.array(z.string()),
  by: z.string(),
  /** When it was asked for; rules and episodes are those known then. */
  at: z.string(),
})

/** A simulation as it was asked for. */
export type Simulation = z.infer<typeof simulation>

/** What is kept of simulations: the question, each unit's month, each month's summary, as JSON that others read and write. */
export type SimulationReads = {
  readonly find: (id: string) => Promise<Simulation | undefined>
  /** The keys of all that is kept of the simulations of a region that were asked for before an instant, by their ids. */
  readonly keysBefore: (region: string, before: string) => Promise<ReadonlyMap<string, readonly Key[]>>
  readonly draft: (id: string) => Promise<string | undefined>
  /** What the candidate changes, told by the first month that is done. */
  readonly changes: (id: string) => Promise<string | undefined>
  /** The summaries of the months that are done, by month. */
  readonly months: (id: string) => Promise<ReadonlyMap<string, string>>
  /** The units' months, in order of month and unit. */
  readonly rows: (id: string) => Promise<readonly string[]>
}

/** Simulations, to be read and carried out; everything may be written twice, with the same content. */
export type SimulationStore = SimulationReads & {
  readonly begin: (simulation: Simulation, draft: string | undefined) => Promise<void>
  readonly addRow: (id: string, month: string, unit: string, row: string) => Promise<void>
  readonly finishMonth: (id: string, month: string, summary: string, changes: string) => Promise<void>
}

const partition = (id: string): string => `S#${id}`

// As `at#id`.
const askedPartition = (region: string): string => `SIMULATED#${region}`

/** Simulations over a table that can be written. */
export const simulationStore = (table: Table): SimulationStore => {
  const put = async (id: string, sk: string, content: string): Promise<void> => {
    await table.write({ kind: 'put', item: { pk: partition(id), sk, content } })
  }
  return {
    ...simulationReads(table),
    begin: async (begun, draft) => {
      // That there is one goes first: one that nobody knows of could never be disposed of.
      await table.write({ kind: 'put', item: { pk: askedPartition(begun.region), sk: `${begun.at}#${begun.id}` } })
      if (draft !== undefined) await put(begun.id, 'DRAFT', draft)
      await put(begun.id, 'HEAD', JSON.stringify(begun))
    },
    addRow: (id, month, unit, row) => put(id, `ROW#${month}#${unit}`, row),
    finishMonth: async (id, month, summary, changes) => {
      await put(id, 'CHANGES', changes)
      await put(id, `MONTH#${month}`, summary)
    },
  }
}

/** Simulations over a table. */
export const simulationReads = (table: ReadOnlyTable): SimulationReads => {
  const contentOf = async (id: string, sk: string): Promise<string | undefined> => {
    const item = await table.get({ pk: partition(id), sk })
    return item === undefined ? undefined : z.string().parse(item.content)
  }
  return {
    find: async (id) => {
      const content = await contentOf(id, 'HEAD')
      return content === undefined ? undefined : simulation.parse(JSON.parse(content))
    },
    keysBefore: async (region, before) => {
      const asked = await queryAll(table, { pk: askedPartition(region), to: before })
      const found = asked.map(async (item) => {
        const id = item.sk.slice(item.sk.indexOf('#') + 1)
        return [id, [...(await queryAll(table, { pk: partition(id) })), item].map(keyOf)] as const
      })
      return new Map(await Promise.all(found))
    },
    draft: (id) => contentOf(id, 'DRAFT'),
    changes: (id) => contentOf(id, 'CHANGES'),
    months: async (id) => {
      const items = await queryAll(table, { pk: partition(id), prefix: 'MONTH#' })
      return new Map(items.map(({ sk, content }) => [sk.slice('MONTH#'.length), z.string().parse(content)]))
    },
    rows: async (id) => {
      const items = await queryAll(table, { pk: partition(id), prefix: 'ROW#' })
      return items.map(({ content }) => z.string().parse(content))
    },
  }
}
