import * as z from 'zod'
import { queryAll, type ReadOnlyTable, type Table } from './table.ts'
import { contentOf, padded, writtenOnce } from './written-once.ts'

const unit = { municipality: z.string().optional(), district: z.string().optional() }

const review = z.strictObject({
  /** The episode as `region~id`, and the number of the decision among those on it in the month, from 1. */
  episode: z.string(),
  number: z.int(),
  revision: z.int(),
  outcome: z.enum(['approve', 'waive', 'adjust']),
  candidateDays: z.int(),
  days: z.int(),
  reason: z.string(),
  participants: z.array(z.string()),
  /** The id of the improvement action that was decided with it. */
  action: z.string().optional(),
  by: z.string(),
  at: z.string(),
})

/** A decision of a joint group on the candidate days of a revision of an episode; immutable. */
export type StoredReview = z.infer<typeof review>

const action = z.strictObject({
  id: z.string(),
  episode: z.string(),
  month: z.string(),
  ...unit,
  text: z.string(),
  responsible: z.string(),
  due: z.string().optional(),
  by: z.string(),
  at: z.string(),
})

/** An improvement that a joint group decided on with an episode of a month; immutable. */
export type StoredAction = z.infer<typeof action>

const outcome = z.strictObject({
  number: z.int(),
  status: z.enum(['done', 'dropped', 'ongoing']),
  text: z.string(),
  by: z.string(),
  at: z.string(),
})

/** What became of an improvement action, as told at a time; immutable. */
export type StoredOutcome = z.infer<typeof outcome>

/** An improvement action with all that has been told of it, in order. */
export type ActionWithOutcomes = { readonly action: StoredAction; readonly outcomes: readonly StoredOutcome[] }

/** Decisions of joint groups, to be read. */
export type ReviewReads = {
  /** Every decision on episodes of a region's month, in order for each episode. */
  readonly ofMonth: (region: string, month: string) => Promise<readonly StoredReview[]>
  /** The improvement actions of a region, in the order of their ids. */
  readonly actions: (region: string) => Promise<readonly ActionWithOutcomes[]>
}

/** Decisions of joint groups, to be read and added to; nothing of them is ever changed. */
export type ReviewStore = ReviewReads & {
  /** Keeps a decision, with its improvement action; false when its number is taken. */
  readonly decide: (region: string, month: string, made: StoredReview, decided?: StoredAction) => Promise<boolean>
  /** Keeps what became of an action; false when its number is taken. */
  readonly addOutcome: (region: string, id: string, told: StoredOutcome) => Promise<boolean>
}

/** Where the decisions on episodes of a region's month lie. */
export const reviewPartition = (region: string, month: string): string => `REVIEWS#${region}#${month}`

/** Where the improvement actions of a region lie, and what became of each. */
export const actionPartition = (region: string): string => `IMPROVEMENTS#${region}`

/** Decisions of joint groups over a table. */
export const reviewReads = (table: ReadOnlyTable): ReviewReads => ({
  ofMonth: async (region, month) => {
    const items = await queryAll(table, { pk: reviewPartition(region, month) })
    return items.map((item) => review.parse(contentOf(item)))
  },
  actions: async (region) => {
    const items = await queryAll(table, { pk: actionPartition(region) })
    const [actions, told] = [items.filter(isAction), items.filter((item) => !isAction(item))]
    const byAction = Map.groupBy(told, ({ sk }) => sk.split('#')[0] ?? '')
    return actions.map((item) => ({
      action: action.parse(contentOf(item)),
      outcomes: (byAction.get(item.sk) ?? []).map((each) => outcome.parse(contentOf(each))),
    }))
  },
})

const isAction = ({ sk }: { readonly sk: string }): boolean => !sk.includes('#')

/** Decisions of joint groups over a table that can be written. */
export const reviewStore = (table: Table): ReviewStore => ({
  ...reviewReads(table),
  decide: async (region, month, made, decided) => {
    const writes = [writtenOnce(reviewPartition(region, month), `${made.episode}#${padded(made.number)}`, made)]
    if (decided !== undefined) writes.push(writtenOnce(actionPartition(region), decided.id, decided))
    return (await table.transact(writes)).applied
  },
  addOutcome: async (region, id, told) =>
    (await table.transact([writtenOnce(actionPartition(region), `${id}#${padded(told.number)}`, told)])).applied,
})
