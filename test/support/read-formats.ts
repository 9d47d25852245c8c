import { parse } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { readSheet } from 'read-excel-file/node'
import type { Column, StatisticsTable } from '#schemas/statistics/column.ts'

/** The cells of a table as texts, row by row: numbers in their digits, null where there is nothing. */
export type Texts = readonly (readonly (string | null)[])[]

/** The cells of a table before it is written. */
export const textsOf = ({ columns, rows }: StatisticsTable): Texts =>
  rows.map((row) => columns.map(({ name }) => textOf(row[name])))

/** What is undone when a defused text is read: an apostrophe that comes first is dropped. */
export const undefused = (text: string): string => text.replace(/^'/, '')

/** The lines of a CSV file, the first its headings; an empty text is told from nothing by its quotes. */
export const readCsv = (bytes: Uint8Array, delimiter: string): Texts =>
  parse(bytes, {
    delimiter,
    bom: true,
    record_delimiter: '\r\n',
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  })

/** A field of the CSV for Excel as Excel shows it: the text of `="…"`, or the field. */
export const shownInExcel = (field: string): string => /^="(.*)"$/s.exec(field)?.[1]?.replaceAll('""', '"') ?? field

/** The rows of a sheet, the first its headings; numbers as they are written, an empty text as null. */
export const readXlsx = async (bytes: Uint8Array, sheet: string): Promise<Texts> => {
  const rows = await readSheet<string>(Buffer.from(bytes), sheet, { trim: false, parseNumber: (digits) => digits })
  return rows.map((row) => row.map((cell) => (cell === null ? null : `${cell}`)))
}

/** The rows of a Parquet file; numbers in the digits of their column. */
export const readParquet = async (bytes: Uint8Array, columns: readonly Column[]): Promise<Texts> => {
  const rows = await parquetReadObjects({ file: bytes.slice().buffer })
  return rows.map((row) => columns.map((column) => parquetText(row[column.name], column)))
}

/** The footer of a Parquet file. */
export const readFooter = (bytes: Uint8Array) => parquetMetadata(bytes.slice().buffer)

/** The table of a report: the names of its columns, and its cells without their tags. */
export const readReport = (bytes: Uint8Array): { readonly columns: readonly string[]; readonly cells: Texts } => {
  const html = new TextDecoder().decode(bytes)
  const table = html.slice(html.indexOf('<table>'), html.indexOf('</table>'))
  return {
    columns: [...table.matchAll(/data-column="([^"]*)"/g)].map(([, name = '']) => name),
    cells: [...table.slice(table.indexOf('<tbody>')).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, line = '']) =>
      [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) => unescaped(text)),
    ),
  }
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : `${value}`)

// The reader makes doubles of decimals; with fifteen digits these are told apart.
const parquetText = (value: unknown, { type }: Column): string | null =>
  type.kind === 'decimal' && typeof value === 'number' ? fixed(value, type.decimals) : textOf(value)

const fixed = (value: number, decimals: number): string => value.toFixed(decimals).replace(/^-(?=[0.]+$)/, '')

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
