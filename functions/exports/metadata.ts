import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { type FormatName, formats } from '#schemas/statistics/format.ts'
import { fileName } from './file-key.ts'
import { describedColumn } from './formats/described-column.ts'
import { orderedFacts } from './formats/ordered-facts.ts'

/** A file of an export as its metadata tells of it. */
export type ToldFile = { readonly format: FormatName; readonly bytes: number; readonly sha256: string }

/** The metadata of an export, as JSON: what it is, what it rests on, what its columns mean, and the checksums of its files. */
export const metadataOf = (facts: ExportFacts, table: StatisticsTable, files: readonly ToldFile[]): Uint8Array => {
  const { title, columns, rows } = table
  const metadata = {
    ...orderedFacts(facts),
    title,
    rows: rows.length,
    law: 'Lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård',
    columns: columns.map(describedColumn),
    files: files.map(({ format, bytes, sha256 }) => ({
      format,
      name: fileName(facts, format),
      mediaType: formats[format].mediaType,
      bytes,
      sha256,
    })),
  }
  return new TextEncoder().encode(`${JSON.stringify(metadata, undefined, 2)}\n`)
}
