import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { csvBytes, type Line } from './csv-bytes.ts'
import { defused } from './defused.ts'
import { type TypedCell, typedCell } from './typed-cell.ts'

/**
 * The table as CSV for a double click in a Swedish Excel: semicolons, UTF-8 with a byte order mark, CRLF, the Swedish titles
 * first, decimal commas. Texts that could be taken for formulas are {@link defused}.
 *
 * A code, month or text that Excel would make a number, a date or a truth value of (`0180`, `1.10`, `2020-03`, `MAR1`) is
 * written as the formula `="0180"`, whose value is that very text. Excel has no other mark that keeps it: quotes are dropped, and
 * an apostrophe or a tab would become part of the value, so that codes no longer match. LibreOffice shows the same text when it
 * evaluates formulas, as it does when asked to or run without a window; its import dialog as first installed leaves the
 * formula as a text, still with its zeros. To read a field back: `="…"` is the text between, with `""` as `"`; else an
 * apostrophe that comes first is dropped. For anything but a double click, the other formats are better.
 */
export const writeExcelCsv = (table: StatisticsTable): Promise<Uint8Array> =>
  csvBytes(lines(table), { delimiter: ';', bom: true })

function* lines({ columns, rows }: StatisticsTable): Generator<Line> {
  yield columns.map(({ title }) => textField(title.sv))
  for (const row of rows) yield columns.map((column) => field(typedCell(row, column)))
}

const field = (cell: TypedCell): string | null => {
  switch (cell.kind) {
    case 'none':
      return null
    case 'number':
      return cell.digits.replace('.', ',')
    case 'text':
      return textField(cell.text)
  }
}

const textField = (text: string): string =>
  text.length <= LONGEST_IN_FORMULA && READ_AS_ANOTHER_TYPE.test(text)
    ? `="${text.replaceAll('"', '""')}"`
    : defused(text)

// Begins as a number, a date or a time; or is the name of a month with a number; or a truth value, in English or Swedish.
const READ_AS_ANOTHER_TYPE = /^(?:\s*[(.,$€£]*\s*\d|\p{L}{3,9}[\s.,/-]*\d[\d\s.,/-]*$|(?:true|false|sant|falskt)$)/iu

// Excel refuses a formula that holds a longer text, and makes nothing else of one.
const LONGEST_IN_FORMULA = 255
