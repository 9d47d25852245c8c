import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { type TypedCell, typedCell } from '../typed-cell.ts'
import { lettersOf, linesOfText, numberCell, textCell, xlsxRow } from './cells.ts'
import { STYLE, type Styles } from './styles.ts'
import { MAIN, XML } from './xml.ts'

/** The sheet with the table, row by row: Swedish titles in bold that stay in sight, and a filter. Throws above Excel's number of rows. */
export function* tableSheet({ columns, rows }: StatisticsTable, styles: Styles): Generator<string> {
  if (rows.length >= ROWS_IN_SHEET) throw new Error(`A sheet cannot hold ${rows.length} rows and their titles`)
  const letters = columns.map((_, at) => lettersOf(at + 1))
  const all = tableRange({ columns, rows })
  const widths = columns.map((column) => widthOf(column, rows))
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="${all}"/>${FROZEN}`
  yield `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.map((width, at) => col(at + 1, width)).join('')}</cols>`
  yield `<sheetData>${xlsxRow(
    1,
    columns.map(({ title }, at) => textCell(`${letters[at]}1`, STYLE.header, title.sv)),
    // The arrow of the filter takes some of the width.
    Math.max(1, ...columns.map(({ title }, at) => linesOfText(title.sv, (widths[at] ?? 0) - 3))),
  )}`
  for (const [at, row] of rows.entries())
    yield xlsxRow(
      at + 2,
      columns.map((column, place) =>
        cell(`${letters[place]}${at + 2}`, styles.of(column.type), typedCell(row, column)),
      ),
    )
  yield `</sheetData><autoFilter ref="${all}"/>${PAGE}`
  // Codes are texts on purpose: Excel need not warn of numbers that are stored as texts.
  yield `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}

/** The range of the table with its titles, such as `A1:AF27`. */
export const tableRange = ({ columns, rows }: Pick<StatisticsTable, 'columns' | 'rows'>): string =>
  `A1:${lettersOf(Math.max(columns.length, 1))}${rows.length + 1}`

/** A column of a sheet, so many characters wide. */
export const col = (number: number, width: number): string =>
  `<col min="${number}" max="${number}" width="${width}" customWidth="1"/>`

const ROWS_IN_SHEET = 1_048_576
const FROZEN =
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
const PAGE =
  '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>'

const cell = (at: string, style: number, typed: TypedCell): string => {
  switch (typed.kind) {
    case 'none':
      return ''
    case 'number':
      return numberCell(at, style, typed.digits)
    case 'text':
      return textCell(at, style, typed.text)
  }
}

// As wide as its longest value and the longest word of its title, with room for the arrow of the filter.
const widthOf = (column: Column, rows: readonly Row[]): number => {
  const words = column.title.sv.split(/\s+/).map(({ length }) => length + 4)
  const longest = rows.reduce((most, row) => Math.max(most, `${row[column.name] ?? ''}`.length + 2), 0)
  return Math.min(Math.max(NARROWEST, longest, ...words), WIDEST)
}

const NARROWEST = 9
const WIDEST = 45
