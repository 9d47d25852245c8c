import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { isNumeric } from '../typed-cell.ts'
import { cellInWords } from './cell-in-words.ts'
import { escapedHtml } from './html.ts'
import { isRegion } from './shown-rows.ts'
import { hyphenated } from './swedish.ts'
import { namesUnits, unitName } from './unit-name.ts'

/** The rows and columns that are shown, as a table of HTML whose headings carry the names of the columns. */
export const reportTable = (table: StatisticsTable, rows: readonly Row[], columns: readonly Column[]): string => {
  const hasNames = namesUnits(table)
  const headings = columns.map(
    ({ name, type, title }) =>
      `<th scope="col" data-column="${escapedHtml(name)}"${numeric(type)}><span>${escapedHtml(hyphenated(title.sv))}</span></th>`,
  )
  const lines = rows.map((row) => {
    const unit = hasNames ? `<th scope="row">${escapedHtml(unitName(row))}</th>` : ''
    const cells = columns.map((column) => `<td${numeric(column.type)}>${escapedHtml(cellInWords(row, column))}</td>`)
    return `<tr${isRegion(row) ? ' class="region"' : ''}>${unit}${cells.join('')}</tr>`
  })
  return `<table>
<caption>${escapedHtml(table.title.sv)}: siffror</caption>
<thead><tr>${hasNames ? '<th scope="col" data-column="unit">Enhet</th>' : ''}${headings.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`
}

const numeric = (type: Column['type']): string => (isNumeric(type) ? ' class="number"' : '')
