import type { PublishedExport } from '#store/export-store.ts'

/** Exports as the API writes them, each with whether it is the newest of its table. */
export const exportAnswers = (exports: readonly PublishedExport[]) => {
  const newest = new Map<string, number>()
  for (const each of exports) newest.set(seriesOf(each), Math.max(each.revision, newest.get(seriesOf(each)) ?? 0))
  return exports.map((each) => ({
    ...each,
    isNewest: newest.get(seriesOf(each)) === each.revision,
    files: each.files.map((file) => ({ ...file, href: `/v1/exports/${each.id}/${file.format}` })),
  }))
}

const seriesOf = ({ region, month, table, audience }: PublishedExport): string =>
  [region, month, table, audience].join('~')
