import { notBefore } from '#domain/calendar/not-before.ts'
import type { ExportShelf } from '#store/export-files.ts'
import type { ExportStore, Publication } from '#store/export-store.ts'
import { TableBusyError } from '#store/table.ts'
import { contentDigest, contentName, type ExportContent } from './export-content.ts'
import { keepExport } from './keep-export.ts'
import type { RegionMonth } from './tables/place-cells.ts'

/** Where a month is published. */
export type Publishing = {
  readonly exports: ExportStore
  readonly shelf: Pick<ExportShelf, 'keep'>
  readonly now: () => string
}

/** What there is to say of a month at an instant; `pattern` is what its protected tables hide and show. */
export type MonthContents = { readonly contents: readonly ExportContent[]; readonly pattern: string | null }

/** What a publication works out: the month as it was known at an instant, after what was published before. */
export type ContentsAt = (knownAt: string, before: readonly Publication[]) => Promise<MonthContents>

/**
 * Publishes what is new of a region's month as one revision, beside what was published before; when nothing is new,
 * nothing. Tells the revision, if there is a new one.
 *
 * A revision is begun before its files are kept and ended after, so that one that was interrupted is completed by whoever
 * comes next, from what was known then, to the same bytes. One that no longer comes out the same is given up.
 */
export const publishMonth = async (
  publishing: Publishing,
  of: RegionMonth,
  contentsAt: ContentsAt,
  knownAt: string,
): Promise<number | undefined> => {
  const { exports } = publishing
  const before = await exports.publications(of.region, of.month)
  const interrupted = before.at(-1)
  if (interrupted?.state === 'begun') {
    await complete(publishing, of, contentsAt, interrupted, before.slice(0, -1))
    return publishMonth(publishing, of, contentsAt, knownAt)
  }
  // Where the clock has been set back, what was known already is known still.
  const at = notBefore(
    knownAt,
    before.map((each) => each.knownAt),
  )
  const { contents, pattern } = await contentsAt(at, before)
  const standing = standingDigests(before)
  const fresh = contents.filter((content) => standing.get(contentName(content)) !== contentDigest(content))
  if (fresh.length === 0) return undefined
  const revision = (before.at(-1)?.revision ?? 0) + 1
  const begun = {
    revision,
    knownAt: at,
    exports: fresh.map((content) => ({
      table: content.table.name,
      audience: content.audience,
      digest: contentDigest(content),
    })),
    pattern,
  }
  if (!(await exports.begin(of.region, of.month, begun)))
    throw new TableBusyError('The month is being published by another now')
  await keepAll(publishing, of, begun, fresh)
  return revision
}

const complete = async (
  publishing: Publishing,
  of: RegionMonth,
  contentsAt: ContentsAt,
  begun: Publication,
  before: readonly Publication[],
): Promise<void> => {
  const { contents } = await contentsAt(begun.knownAt, before)
  const again = new Map(contents.map((content) => [contentName(content), content]))
  const fresh = begun.exports.flatMap(({ table, audience, digest }) => {
    const content = again.get(`${table}~${audience}`)
    return content !== undefined && contentDigest(content) === digest ? [content] : []
  })
  if (fresh.length === begun.exports.length) return keepAll(publishing, of, begun, fresh)
  await publishing.exports.end(of.region, of.month, begun.revision, 'given-up')
}

const keepAll = async (
  publishing: Publishing,
  { region, month }: RegionMonth,
  { revision, knownAt }: Pick<Publication, 'revision' | 'knownAt'>,
  fresh: readonly ExportContent[],
): Promise<void> => {
  for (const content of fresh) await keepExport(publishing, { region, month, revision, knownAt }, content)
  await publishing.exports.end(region, month, revision, 'done')
}

/** What stands published, by name: what a later publication does not tell anew stands as it did. */
const standingDigests = (before: readonly Publication[]): ReadonlyMap<string, string> =>
  new Map(
    before
      .filter(({ state }) => state === 'done')
      .flatMap(({ exports }) =>
        exports.map(({ table, audience, digest }) => [`${table}~${audience}`, digest] as const),
      ),
  )
