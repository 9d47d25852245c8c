import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { orderedFacts } from './ordered-facts.ts'
import { typedCell } from './typed-cell.ts'

/**
 * The table as Parquet, compressed with Snappy: codes, texts and months as UTF-8 strings, whole numbers as INT64, exact decimals
 * as DECIMAL(18, decimals) over INT64, which DuckDB, Athena and Spark read as they are. Every column is optional, whatever the
 * rows hold, so that the files of all months have one schema. The facts are JSON under the key `fristdag` of the footer.
 */
export const writeParquet = ({ columns, rows }: StatisticsTable, facts: ExportFacts): Uint8Array => {
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'table', num_children: columns.length }, ...columns.map(element)],
    kvMetadata: [{ key: 'fristdag', value: JSON.stringify(orderedFacts(facts)) }],
    createdBy: 'fristdag',
  })
  for (let from = 0; from < rows.length; from += ROWS_IN_GROUP) {
    const group = rows.slice(from, from + ROWS_IN_GROUP)
    const columnData = columns.map((column) => ({
      name: column.name,
      data: group.map((row) => written(row, column)),
    }))
    file.write({ columnData, rowGroupSize: ROWS_IN_GROUP })
  }
  file.finish()
  return new Uint8Array(writer.getBuffer())
}

// What is held uncompressed at one time, some megabytes, and what a reader can skip.
const ROWS_IN_GROUP = 10_000

// Eighteen digits are what an INT64 holds of any number.
const PRECISION = 18
const UNSCALED_LIMIT = 10n ** BigInt(PRECISION)

const element = ({ name, type }: Column): SchemaElement => {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  switch (type.kind) {
    case 'integer':
      return { ...optional, type: 'INT64' }
    case 'decimal': {
      const size = { precision: PRECISION, scale: type.decimals }
      return {
        ...optional,
        type: 'INT64',
        converted_type: 'DECIMAL',
        ...size,
        logical_type: { type: 'DECIMAL', ...size },
      }
    }
    default:
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }
  }
}

const written = (row: Row, column: Column): string | bigint | null => {
  const cell = typedCell(row, column)
  if (cell.kind === 'none') return null
  if (cell.kind === 'text') return cell.text
  const unscaled = BigInt(cell.digits.replace('.', ''))
  if (unscaled >= UNSCALED_LIMIT || unscaled <= -UNSCALED_LIMIT)
    throw new Error(`${column.name} cannot hold ${cell.digits}: it has more than ${PRECISION} digits`)
  return unscaled
}
