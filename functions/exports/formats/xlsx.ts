import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { descriptionSheet } from './xlsx/description-sheet.ts'
import { stylesFor } from './xlsx/styles.ts'
import { tableSheet } from './xlsx/table-sheet.ts'
import { workbookParts } from './xlsx/workbook.ts'
import { zipped } from './xlsx/zipped.ts'

/**
 * The table as a workbook: the sheet `Tabell` with Swedish titles, frozen and with a filter, and the sheet `Beskrivning` with
 * the facts and what each column means. Codes, months and texts are texts, defused as in the CSV; numbers are
 * numbers that show the decimals of their column. A number of more than 15 digits is a text, since Excel's numbers are doubles
 * and would change it; none of ours has more than 13.
 */
export const writeXlsx = (table: StatisticsTable, facts: ExportFacts): Uint8Array => {
  const styles = stylesFor(table.columns)
  return zipped([
    ...workbookParts(table, styles),
    { path: 'xl/worksheets/sheet1.xml', chunks: tableSheet(table, styles) },
    { path: 'xl/worksheets/sheet2.xml', chunks: descriptionSheet(table, facts) },
  ])
}
