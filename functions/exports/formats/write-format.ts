import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import type { FormatName } from '#schemas/statistics/format.ts'
import { writeCsv } from './csv.ts'
import { writeExcelCsv } from './excel-csv.ts'
import { writeJson } from './json.ts'
import { writeParquet } from './parquet.ts'
import { writeReport } from './report.ts'
import { writeXlsx } from './xlsx.ts'

/** The formats that hold the table itself; the metadata only tell of it. */
export type TableFormat = Exclude<FormatName, 'metadata'>

/**
 * The bytes of a table in a format. The same table and facts give the same bytes in any process and at any time. Throws when a
 * cell is not what its column promises.
 */
export const writeFormat = async (
  format: TableFormat,
  table: StatisticsTable,
  facts: ExportFacts,
): Promise<Uint8Array> => WRITERS[format](table, facts)

type Write = (table: StatisticsTable, facts: ExportFacts) => Uint8Array | Promise<Uint8Array>

const WRITERS: Readonly<Record<TableFormat, Write>> = {
  csv: writeCsv,
  'csv-excel': writeExcelCsv,
  xlsx: writeXlsx,
  parquet: writeParquet,
  json: writeJson,
  report: writeReport,
}
