import * as z from 'zod'
import { text } from '#schemas/text.ts'
import { leftOutWrite } from './left-out.ts'
import type { StoredLeftOut } from './settlement-store.ts'
import { type Item, queryAll, type ReadOnlyTable, type Table, type Write } from './table.ts'
import { contentOf, padded, writtenOnce } from './written-once.ts'

/** Which dispute: an episode in the month of a unit, and which of the disputes about it, from 1. */
export type DisputeName = {
  readonly region: string
  readonly month: string
  readonly municipality: string
  /** `-` where the municipality is the unit. */
  readonly district: string
  /** As `region~id`. */
  readonly episode: string
  readonly number: number
}

const raised = z.strictObject({
  region: z.string(),
  month: z.string(),
  municipality: z.string(),
  district: z.string(),
  episode: z.string(),
  number: z.int(),
  /** The id of the liability in which the episode was counted. */
  liability: z.string(),
  reason: z.string(),
  text: z.string().optional(),
  ladder: z.array(z.strictObject({ id: z.string(), title: text })).readonly(),
  /** The paragraph that names the ladder, written out. */
  cites: z.string().optional(),
  by: z.string(),
  at: z.string(),
})

/** A dispute as it was raised; immutable. */
export type StoredDispute = z.infer<typeof raised>

/** Exact days, `n` or `n/d`, and whole öre; absent while they are not known. */
const owed = z.strictObject({ days: z.string().optional(), ore: z.string().optional() })

const decided = z.strictObject({
  number: z.int(),
  /** The step of the ladder on which it was decided. */
  step: z.string(),
  outcome: z.enum(['upheld', 'rejected', 'escalated', 'withdrawn']),
  reason: z.string(),
  participants: z.array(z.string()),
  party: z.string(),
  by: z.string(),
  at: z.string(),
  /** What the month came to with the episode and without it, once the dispute has ended. */
  figures: z.strictObject({ with: owed, without: owed }).optional(),
})

/** One decision about a dispute; immutable. */
export type StoredDecision = z.infer<typeof decided>

/** A dispute with its decisions in their order. */
export type DisputeRecord = { readonly dispute: StoredDispute; readonly decisions: readonly StoredDecision[] }

/** Disputes, to be read. */
export type DisputeReads = {
  readonly find: (name: DisputeName) => Promise<DisputeRecord | undefined>
  /** The disputes of a region's month, of all units or of a municipality's. */
  readonly ofMonth: (region: string, month: string, municipality?: string) => Promise<readonly DisputeRecord[]>
  /** The regions and months in which a region, or a municipality, has disputes. */
  readonly months: (tenant: string) => Promise<readonly Pick<DisputeName, 'region' | 'month'>[]>
}

/** Disputes, to be read and added to; nothing of them is ever changed. */
export type DisputeStore = DisputeReads & {
  /** Keeps a dispute; false when its number is taken. */
  readonly raise: (dispute: StoredDispute) => Promise<boolean>
  /** Keeps a decision, and with it, at once, that the episode is left out; false when either is there already. */
  readonly decide: (name: DisputeName, decision: StoredDecision, leftOut?: StoredLeftOut) => Promise<boolean>
}

/** Where the disputes of a region's month lie. */
export const disputePartition = (region: string, month: string): string => `D#${region}#${month}`

/** Where the months are listed in which a tenant has disputes, as `month#region`. */
export const disputedPartition = (tenant: string): string => `DISPUTED#${tenant}`

const prefixOf = ({ municipality, district, episode, number }: DisputeName): string =>
  `${municipality}#${district}#${episode}#${padded(number)}#`

/** Disputes over a table. */
export const disputeReads = (table: ReadOnlyTable): DisputeReads => ({
  find: async (name) => {
    const items = await queryAll(table, { pk: disputePartition(name.region, name.month), prefix: prefixOf(name) })
    return recordsFrom(items)[0]
  },
  ofMonth: async (region, month, municipality) => {
    const range = municipality === undefined ? {} : { prefix: `${municipality}#` }
    return recordsFrom(await queryAll(table, { pk: disputePartition(region, month), ...range }))
  },
  months: async (tenant) =>
    (await queryAll(table, { pk: disputedPartition(tenant) })).map(({ sk }) => {
      const [month = '', region = ''] = sk.split('#')
      return { region, month }
    }),
})

/** Disputes over a table that can be written. */
export const disputeStore = (table: Table): DisputeStore => ({
  ...disputeReads(table),
  raise: async (dispute) => {
    const { region, month, municipality } = dispute
    // Markers first: one without a dispute is harmless.
    for (const tenant of [region, municipality])
      await table.write({ kind: 'put', item: { pk: disputedPartition(tenant), sk: `${month}#${region}` } })
    return (await table.transact([once(dispute, 0, dispute)])).applied
  },
  decide: async (name, decision, leftOut) => {
    const aside = leftOut === undefined ? [] : [leftOutWrite(name.region, name.month, leftOut)]
    return (await table.transact([once(name, decision.number, decision), ...aside])).applied
  },
})

const once = (name: DisputeName, number: number, content: unknown): Write =>
  writtenOnce(disputePartition(name.region, name.month), `${prefixOf(name)}${padded(number)}`, content)

/** What lies under one prefix is one dispute: how it was raised, and then each decision. */
const recordsFrom = (items: readonly Item[]): readonly DisputeRecord[] =>
  [...Map.groupBy(items, ({ sk }) => sk.slice(0, sk.lastIndexOf('#'))).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            dispute: raised.parse(contentOf(first)),
            decisions: others.map((item) => decided.parse(contentOf(item))),
          },
        ],
  )
