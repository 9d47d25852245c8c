import { yearOf } from '#domain/calendar/civil-date.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { disposableFrom, latestOf } from '#domain/retention/disposable-from.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { beginDisposal } from './begin-disposal.ts'
import { disposeStays } from './dispose-stays.ts'
import type { Disposing, Ruling } from './disposing.ts'
import { documentsOfMonth, type MonthDocuments } from './documents-of-month.ts'

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
  ruling: Ruling,
): Promise<{ readonly planned: MonthDisposal; readonly documents: MonthDocuments }> => {
  const { region } = ruling.decision
  const documents = await documentsOfMonth(disposing, region, month)
  const planned = await planOf(disposing, documents, month, ruling)
  return { planned, documents }
}

const planOf = async (
  { disposals, now }: Disposing,
  documents: MonthDocuments,
  month: string,
  { decision: { region, years } }: Ruling,
): Promise<MonthDisposal> => {
  const { counts, isEmpty, lastSettled, lastPublished, hasOpenDispute } = documents
  const last = await disposals.last({ region, subject: 'month', month })
  const isUnderWay = last !== undefined && last.doneAt === undefined
  if (isUnderWay) return { result: 'due', documents: last.documents }
  if (isEmpty) return { result: 'nothing-left' }
  // What came while the rest was disposed of is late, not young.
  if (last !== undefined) return { result: 'due', documents: counts }
  const from = latestOf([
    disposableFrom(yearOf(`${month}-01`), years.episodes),
    ...(lastSettled === undefined ? [] : [disposableFrom(lastSettled, years.settlements)]),
    ...(lastPublished === undefined ? [] : [disposableFrom(lastPublished, years.exports)]),
  ])
  if (from !== undefined && dateOf(civilTimeOf(now())) < from) return { result: 'not-yet', from }
  return hasOpenDispute ? { result: 'held' } : { result: 'due', documents: counts }
}
