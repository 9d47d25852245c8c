import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { beginDisposal } from './begin-disposal.ts'
import { disposeStays } from './dispose-stays.ts'
import type { Disposing, Ruling } from './disposing.ts'
import { documentsOfMonth, type MonthDocuments } from './documents-of-month.ts'
import { disposableOn, hasOpenDispute, keptOfMonth } from './kept-of-month.ts'

/** What is to be done with a region's month, or was: `not-yet` until a day, `held` for as long as a dispute is open. */
export type MonthDisposal =
  | { readonly result: 'nothing-left' }
  | { readonly result: 'not-yet'; readonly from: string }
  | { readonly result: 'held' }
  | { readonly result: 'due' | 'disposed'; readonly documents: DocumentCounts }

/** What is to be done with a region's month today; nothing is disposed of. */
export const plannedDisposal = async (disposing: Disposing, month: string, ruling: Ruling): Promise<MonthDisposal> =>
  (await plan(disposing, month, ruling)).planned

/**
 * Disposes of a region's month of discharges as a whole, once the last of its periods has passed: its stays, what was closed,
 * contested and published. That it was is on record before anything goes, so that an interrupted disposal goes on to its end.
 */
export const disposeMonth = async (disposing: Disposing, month: string, ruling: Ruling): Promise<MonthDisposal> => {
  const { region } = ruling.decision
  const { planned, documents: found } = await plan(disposing, month, ruling)
  if (planned.result !== 'due') return planned
  const begun = await beginDisposal(disposing, { region, subject: 'month', month }, ruling, found.counts)
  if (begun === undefined) return { result: 'nothing-left' }
  const { disposals, shelf, now } = disposing
  for (const tenant of [region, ...found.municipalities]) await disposals.mark(tenant, month, region)
  for (const file of found.files) await shelf.remove(file)
  await disposals.remove(found.keys)
  await disposeStays(disposing, region, month)
  await disposals.end(begun, now())
  return { result: 'disposed', documents: begun.documents }
}

const plan = async (
  disposing: Disposing,
  month: string,
  { decision: { region, years } }: Ruling,
): Promise<{ readonly planned: MonthDisposal; readonly documents: MonthDocuments }> => {
  const kept = await keptOfMonth(disposing, region, month)
  const documents = await documentsOfMonth(disposing, region, month, kept)
  const last = await disposing.disposals.last({ region, subject: 'month', month })
  const told = (planned: MonthDisposal) => ({ planned, documents })
  if (last !== undefined && last.doneAt === undefined) return told({ result: 'due', documents: last.documents })
  if (documents.isEmpty) return told({ result: 'nothing-left' })
  // What came while the rest was disposed of is late, not young.
  if (last !== undefined) return told({ result: 'due', documents: documents.counts })
  const from = disposableOn(kept, month, years)
  if (dateOf(civilTimeOf(disposing.now())) < from) return told({ result: 'not-yet', from })
  return told(hasOpenDispute(kept) ? { result: 'held' } : { result: 'due', documents: documents.counts })
}
