import { disputedPartition, disputePartition } from './dispute-store.ts'
import { type ExportName, exportKey, publicationPartition } from './export-store.ts'
import { closedMonthPartition } from './left-out.ts'
import { actionPartition, reviewPartition } from './review-store.ts'
import { closedOfPartition, closedPartition, manifestPartition } from './settlement-store.ts'
import { type Key, keyOf, queryAll, type ReadOnlyTable } from './table.ts'

/** What of other places belongs to a month: the municipalities that it concerned, its improvement actions by their ids, its exports. */
type Concerned = {
  readonly municipalities: readonly string[]
  readonly actions: readonly string[]
  readonly exports: readonly ExportName[]
}

/**
 * The keys of all that is kept of a region's month beside its stays: what was closed, contested and reviewed, and what was
 * published.
 */
export const keysOfMonth = async (
  table: ReadOnlyTable,
  region: string,
  month: string,
  { municipalities, actions, exports }: Concerned,
): Promise<readonly Key[]> => {
  const partitions = [
    closedMonthPartition(region, month),
    manifestPartition(region, month),
    disputePartition(region, month),
    reviewPartition(region, month),
    publicationPartition(region, month),
  ]
  const whole = await Promise.all(partitions.map((pk) => queryAll(table, { pk })))
  // What became of an action first: by the action it is found again.
  const improvements = (await queryAll(table, { pk: actionPartition(region) }))
    .filter(({ sk }) => actions.includes(sk.split('#')[0] ?? ''))
    .toReversed()
  const listings = [
    { pk: closedPartition(region), sk: month },
    { pk: disputedPartition(region), sk: `${month}#${region}` },
    ...municipalities.flatMap((municipality) => [
      { pk: closedOfPartition(municipality, month), sk: region },
      { pk: disputedPartition(municipality), sk: `${month}#${region}` },
    ]),
  ]
  return [...exports.map(exportKey), ...[...whole.flat(), ...improvements].map(keyOf), ...listings]
}
