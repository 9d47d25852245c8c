import { formatNames } from '#schemas/statistics/format.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { keysOfMonth } from '#store/month-keys.ts'
import { staysOfMonth } from '#store/stay-documents.ts'
import type { Key } from '#store/table.ts'
import { fileKey } from '../exports/file-key.ts'
import { counted, type Disposing } from './disposing.ts'
import type { KeptOfMonth } from './kept-of-month.ts'

/** All that is kept of a region's month of discharges, but for the stays themselves, which are gone through one by one. */
export type MonthDocuments = {
  readonly counts: DocumentCounts
  /** Whether nothing at all is left, not even rows of stays that now belong to another month. */
  readonly isEmpty: boolean
  /** Where everything lies that is no stay, and the files of exports on their shelf. */
  readonly keys: readonly Key[]
  readonly files: readonly string[]
  readonly municipalities: readonly string[]
}

/** Counts and finds all that is kept of a region's month. */
export const documentsOfMonth = async (
  sources: Disposing,
  region: string,
  month: string,
  kept: KeptOfMonth,
): Promise<MonthDocuments> => {
  const exports = kept.publications.flatMap(({ revision, exports: told }) =>
    told.map(({ table, audience }) => ({ region, month, table, audience, revision })),
  )
  // Also of a revision that was given up half-way.
  const files = exports.flatMap((each) => formatNames.map((format) => fileKey(each, format)))
  const stays = await countStays(sources, region, month)
  const counts = counted({
    episodes: stays.episodes,
    revisions: stays.revisions,
    statements: kept.statements.length,
    corrections: kept.corrections.length,
    disputes: kept.disputes.length,
    reviews: kept.reviews.length,
    exports: exports.length,
    files: files.length,
  })
  const municipalities = (await sources.unitMonths.municipalities(region, month)).filter(
    (each) => each !== NOT_RECORDED,
  )
  const actions = kept.actions.map(({ action }) => action.id)
  return {
    counts,
    isEmpty: stays.found === 0 && Object.values(counts).every((count) => count === 0),
    keys: await keysOfMonth(sources.table, region, month, { municipalities, actions, exports }),
    files,
    municipalities,
  }
}

const NOT_RECORDED = '-'

const countStays = async ({ table }: Disposing, region: string, month: string) => {
  let [found, episodes, revisions] = [0, 0, 0]
  for await (const stay of staysOfMonth(table, region, month)) {
    found += 1
    if (stay.revisions.length > 0) episodes += 1
    revisions += stay.revisions.length
  }
  return { found, episodes, revisions }
}
