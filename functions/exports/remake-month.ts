import { sha256 } from '#agreements/parse-rule.ts'
import type { ExportReads, Publication } from '#store/export-store.ts'
import { contentName, type ExportContent } from './export-content.ts'
import { exportId } from './export-id.ts'
import { factsOf, writeFiles } from './keep-export.ts'
import type { ContentsAt } from './publish-month.ts'
import type { RegionMonth } from './tables/place-cells.ts'

/** What became of making one published export again: `same` when every file comes out byte for byte as it was published. */
export type Remade = { readonly id: string; readonly files: number; readonly result: 'same' | 'differs' | 'missing' }

/** Makes everything that was published of a region's month again, each as it was known then, and compares the bytes. */
export const remakeMonth = async (
  exports: Pick<ExportReads, 'publications' | 'find'>,
  of: RegionMonth,
  contentsAt: ContentsAt,
): Promise<readonly Remade[]> => {
  const publications = await exports.publications(of.region, of.month)
  const remade: Remade[] = []
  for (const [place, publication] of publications.entries()) {
    if (publication.state !== 'done') continue
    const { contents } = await contentsAt(publication.knownAt, publications.slice(0, place))
    const byName = new Map(contents.map((content) => [contentName(content), content]))
    for (const { table, audience } of publication.exports)
      remade.push(await remadeOne(exports, of, publication, { table, audience }, byName.get(`${table}~${audience}`)))
  }
  return remade
}

const remadeOne = async (
  exports: Pick<ExportReads, 'find'>,
  of: RegionMonth,
  { revision, knownAt }: Publication,
  name: Pick<Publication['exports'][number], 'table' | 'audience'>,
  content: ExportContent | undefined,
): Promise<Remade> => {
  const published = await exports.find({ ...of, ...name, revision })
  const id = exportId({ ...of, ...name, revision })
  if (published === undefined || content === undefined) return { id, files: 0, result: 'missing' }
  const facts = factsOf({ ...of, revision, knownAt }, content)
  const written = await writeFiles(facts, content)
  const same = written.every(({ format, bytes }) =>
    published.files.some((file) => file.format === format && file.sha256 === sha256(bytes)),
  )
  return { id, files: written.length, result: same ? 'same' : 'differs' }
}
