import type { Column, StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { describedColumn } from './described-column.ts'
import { orderedFacts } from './ordered-facts.ts'
import { type TypedCell, typedCell } from './typed-cell.ts'

/**
 * The table as JSON: the facts, the title, the columns and the rows, each in one order, a row on each line. Whole numbers are
 * numbers; exact decimals stay texts, since a reader would make doubles of them; null where a cell is empty.
 */
export const writeJson = ({ title, columns, rows }: StatisticsTable, facts: ExportFacts): Uint8Array => {
  const head = JSON.stringify({
    ...orderedFacts(facts),
    title: { sv: title.sv, en: title.en },
    columns: columns.map(describedColumn),
  })
  const lines = rows.map(
    (row) => `{${columns.map((column) => `${JSON.stringify(column.name)}:${json(typedCell(row, column), column)}`)}}`,
  )
  return new TextEncoder().encode(`${head.slice(0, -1)},"rows":[\n${lines.join(',\n')}\n]}\n`)
}

const json = (cell: TypedCell, { type }: Column): string => {
  switch (cell.kind) {
    case 'none':
      return 'null'
    case 'number':
      return type.kind === 'integer' ? cell.digits : JSON.stringify(cell.digits)
    case 'text':
      return JSON.stringify(cell.text)
  }
}
