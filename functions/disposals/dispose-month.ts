import type { DocumentCounts } from '#store/disposal-store.ts'
import { disposeStays } from './dispose-stays.ts'
import type { Disposing, Ruling } from './disposing.ts'
import { documentsOfMonth, type MonthDocuments } from './documents-of-month.ts'
import { keptOfMonth } from './kept-of-month.ts'
import { monthPlan } from './month-plan.ts'
import { disposeOnRecord, isUnderWay } from './on-record.ts'

/** What is to be done with a region's month, or was: `not-yet` until a day, `held` for as long as a dispute is open. */
export type MonthDisposal =
  | { readonly result: 'nothing-left' }
  | { readonly result: 'not-yet'; readonly from: string }
  | { readonly result: 'held' }
  | { readonly result: 'due' | 'disposed'; readonly documents: DocumentCounts }

/** What is to be done with a region's month today; nothing is disposed of. */
export const plannedDisposal = async (disposing: Disposing, month: string, ruling: Ruling): Promise<MonthDisposal> => {
  const planned = await plan(disposing, month, ruling)
  return planned.result === 'due' ? { result: 'due', documents: planned.counts } : planned
}

/**
 * Disposes of a region's month of discharges as a whole, once the last of its periods has passed: its stays, what was closed,
 * contested and published. That it was is on record before anything goes, so that an interrupted disposal goes on to its end.
 */
export const disposeMonth = async (disposing: Disposing, month: string, ruling: Ruling): Promise<MonthDisposal> => {
  const planned = await plan(disposing, month, ruling)
  if (planned.result !== 'due') return planned
  const { region } = ruling.decision
  const { disposals, shelf } = disposing
  const { municipalities, files, keys } = planned.found
  const name = { region, subject: 'month', month } as const
  const documents = await disposeOnRecord(disposing, name, ruling, planned.counts, async () => {
    for (const tenant of [region, ...municipalities]) await disposals.mark(tenant, month, region)
    for (const file of files) await shelf.remove(file)
    await disposals.remove(keys)
    await disposeStays(disposing, region, month)
  })
  return { result: 'disposed', documents }
}

type Due = { readonly result: 'due'; readonly counts: DocumentCounts; readonly found: MonthDocuments }

const plan = async (
  disposing: Disposing,
  month: string,
  ruling: Ruling,
): Promise<Exclude<MonthDisposal, { readonly result: 'due' | 'disposed' }> | Due> => {
  const { region } = ruling.decision
  const { status, from } = await monthPlan(disposing, region, month, ruling)
  if (status === 'not-yet') return { result: status, from }
  if (status === 'held') return { result: status }
  const found = await documentsOfMonth(disposing, region, month, await keptOfMonth(disposing, region, month))
  const last = await disposing.disposals.last({ region, subject: 'month', month })
  if (isUnderWay(last)) return { result: 'due', counts: last.documents, found }
  // What came while the rest was disposed of is late, not young.
  return found.isEmpty ? { result: 'nothing-left' } : { result: 'due', counts: found.counts, found }
}
