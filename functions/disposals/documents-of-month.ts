import { formatNames } from '#schemas/statistics/format.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { keysOfMonth } from '#store/month-keys.ts'
import { staysOfMonth } from '#store/stay-documents.ts'
import type { Key } from '#store/table.ts'
import { statusOf } from '../disputes/find-disputes.ts'
import { fileKey } from '../exports/file-key.ts'
import { counted, type Disposing } from './disposing.ts'

/** All that is kept of a region's month of discharges, but for the stays themselves, which are gone through one by one. */
export type MonthDocuments = {
  readonly counts: DocumentCounts
  /** Whether nothing at all is left, not even rows of stays that now belong to another month. */
  readonly isEmpty: boolean
  /** Where everything lies that is no stay, and the files of exports on their shelf. */
  readonly keys: readonly Key[]
  readonly files: readonly string[]
  readonly municipalities: readonly string[]
  /** The years of the last settlement and of the last publication, where there are any. */
  readonly lastSettled: number | undefined
  readonly lastPublished: number | undefined
  readonly hasOpenDispute: boolean
}

/** Finds all that is kept of a region's month. */
export const documentsOfMonth = async (sources: Disposing, region: string, month: string): Promise<MonthDocuments> => {
  const [statements, corrections, leftOut, disputes, reviews, actions, publications, municipalities] =
    await Promise.all([
      sources.settlements.statements(region, month),
      sources.settlements.corrections(region, month),
      sources.settlements.leftOut(region, month),
      sources.disputes.ofMonth(region, month),
      sources.reviews.ofMonth(region, month),
      sources.reviews.actions(region),
      sources.exports.publications(region, month),
      sources.unitMonths.municipalities(region, month),
    ])
  const own = actions.filter(({ action }) => action.month === month)
  const exports = publications.flatMap(({ revision, exports: told }) =>
    told.map(({ table, audience }) => ({ region, month, table, audience, revision })),
  )
  // Also of a revision that was given up half-way.
  const files = exports.flatMap((each) => formatNames.map((format) => fileKey(each, format)))
  const known = municipalities.filter((municipality) => municipality !== NOT_RECORDED)
  const settledAt = [
    ...statements.map(({ recordedAt }) => recordedAt),
    ...corrections.map(({ recordedAt }) => recordedAt),
    ...[...leftOut, ...reviews].map(({ at }) => at),
    ...disputes.flatMap(({ dispute, decisions }) => [dispute, ...decisions].map(({ at }) => at)),
    ...own.flatMap(({ action, outcomes }) => [action, ...outcomes].map(({ at }) => at)),
  ]
  const stays = await countStays(sources, region, month)
  const counts = counted({
    episodes: stays.episodes,
    revisions: stays.revisions,
    statements: statements.length,
    corrections: corrections.length,
    disputes: disputes.length,
    reviews: reviews.length,
    exports: exports.length,
    files: files.length,
  })
  return {
    counts,
    isEmpty: stays.found === 0 && Object.values(counts).every((count) => count === 0),
    keys: await keysOfMonth(sources.table, region, month, {
      municipalities: known,
      actions: own.map(({ action }) => action.id),
      exports,
    }),
    files,
    municipalities: known,
    lastSettled: lastYear(settledAt),
    lastPublished: lastYear(publications.map(({ knownAt }) => knownAt)),
    hasOpenDispute: disputes.some((record) => statusOf(record) === 'open'),
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

const lastYear = (instants: readonly string[]): number | undefined => {
  const last = instants.toSorted().at(-1)
  return last === undefined ? undefined : Number(last.slice(0, 4))
}
