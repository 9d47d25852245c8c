import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { csvBytes, type Line } from './csv-bytes.ts'
import { defused } from './defused.ts'
import { type TypedCell, typedCell } from './typed-cell.ts'

/**
 * The table as CSV for machines: RFC 4180, commas, UTF-8 without a byte order mark, the names of the columns first, decimal
 * points, nothing where a cell is empty. Texts that could be taken for formulas are {@link defused}, which can be undone.
 */
export const writeCsv = (table: StatisticsTable): Promise<Uint8Array> =>
  csvBytes(lines(table), { delimiter: ',', bom: false })

function* lines({ columns, rows }: StatisticsTable): Generator<Line> {
  yield columns.map(({ name }) => name)
  for (const row of rows) yield columns.map((column) => field(typedCell(row, column)))
}

const field = (cell: TypedCell): string | null => {
  switch (cell.kind) {
    case 'none':
      return null
    case 'number':
      return cell.digits
    case 'text':
      return defused(cell.text)
  }
}
