import { sha256 } from '#agreements/parse-rule.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { type FormatName, formats } from '#schemas/statistics/format.ts'
import type { ExportShelf } from '#store/export-files.ts'
import type { ExportStore, PublishedExport } from '#store/export-store.ts'
import type { ExportContent } from './export-content.ts'
import { exportId } from './export-id.ts'
import { fileKey } from './file-key.ts'
import { writeFormat } from './formats/write-format.ts'
import { metadataOf } from './metadata.ts'

type Publication = Pick<ExportFacts, 'region' | 'month' | 'revision' | 'knownAt'>

/** Where the files of exports are kept, and that there are any. */
type Keeping = {
  readonly exports: Pick<ExportStore, 'add'>
  readonly shelf: Pick<ExportShelf, 'keep'>
  readonly now: () => string
}

/** Keeps the files of one export, and then that there is one. */
export const keepExport = async (
  { exports, shelf, now }: Keeping,
  of: Publication,
  content: ExportContent,
): Promise<void> => {
  const facts = factsOf(of, content)
  const files: PublishedExport['files'][number][] = []
  for (const { format, bytes } of await writeFiles(facts, content)) {
    await shelf.keep(fileKey(facts, format), { bytes, mediaType: formats[format].mediaType })
    files.push({ format, bytes: bytes.length, sha256: sha256(bytes) })
  }
  await exports.add({ ...facts, publishedAt: now(), files })
}

/** A file of an export in one format. */
export type WrittenFile = { readonly format: FormatName; readonly bytes: Uint8Array }

/** Every file of an export, the metadata that tells of the others last. */
export const writeFiles = async (facts: ExportFacts, { table }: ExportContent): Promise<readonly WrittenFile[]> => {
  const written: WrittenFile[] = []
  for (const format of DATA_FORMATS) written.push({ format, bytes: await writeFormat(format, table, facts) })
  const told = written.map(({ format, bytes }) => ({ format, bytes: bytes.length, sha256: sha256(bytes) }))
  return [...written, { format: 'metadata', bytes: metadataOf(facts, table, told) }]
}

/** What is told of an export beside its table. */
export const factsOf = (of: Publication, { table, ...content }: ExportContent): ExportFacts => {
  const name = {
    region: of.region,
    month: of.month,
    table: table.name,
    audience: content.audience,
    revision: of.revision,
  }
  return { id: exportId(name), ...name, knownAt: of.knownAt, ...content }
}

// Parquet last: its files are read as one table, in which half a revision must not stand for long.
const DATA_FORMATS = ['csv', 'csv-excel', 'xlsx', 'json', 'report', 'parquet'] as const
