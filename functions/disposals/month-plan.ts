import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import type { DisposalReads } from '#store/disposal-store.ts'
import type { Disposing, Ruling } from './disposing.ts'
import { disposableOn, hasOpenDispute, keptOfMonth } from './kept-of-month.ts'

/** What is to become of a month: it is kept while its region has not decided, else disposed of from a day on, once no dispute holds it. */
export type MonthPlan = { readonly month: string } & (
  | { readonly status: 'kept' | 'disposed'; readonly from: null }
  | { readonly status: 'not-yet' | 'held' | 'due'; readonly from: string }
)

/** Tells what is to become of a region's month, as it looks today; its stays are not gone through. */
export const monthPlan = async (
  sources: Pick<Disposing, 'settlements' | 'disputes' | 'reviews' | 'exports' | 'now'> & {
    readonly disposals: Pick<DisposalReads, 'last'>
  },
  region: string,
  month: string,
  ruling: Ruling | undefined,
): Promise<MonthPlan> => {
  if ((await sources.disposals.last({ region, subject: 'month', month })) !== undefined)
    return { month, status: 'disposed', from: null }
  if (ruling === undefined) return { month, status: 'kept', from: null }
  const kept = await keptOfMonth(sources, region, month)
  const from = disposableOn(kept, month, ruling.decision.years)
  if (dateOf(civilTimeOf(sources.now())) < from) return { month, status: 'not-yet', from }
  return { month, status: hasOpenDispute(kept) ? 'held' : 'due', from }
}
