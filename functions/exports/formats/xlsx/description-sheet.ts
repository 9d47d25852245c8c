import type { Column, ColumnType, StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { blockInWords, factsInWords } from '../facts-in-words.ts'
import { lettersOf, linesOfText, textCell, xlsxRow } from './cells.ts'
import { STYLE } from './styles.ts'
import { col } from './table-sheet.ts'
import { MAIN, XML } from './xml.ts'

/** The sheet that tells what the table is: its title, its facts, and of each column its name, titles, meanings and type. */
export function* descriptionSheet(table: StatisticsTable, facts: ExportFacts): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews>`
  yield `<sheetFormatPr defaultRowHeight="15"/><cols>${WIDTHS.map((width, at) => col(at + 1, width)).join('')}</cols><sheetData>`
  for (const [at, line] of linesOf(table, facts).entries())
    yield xlsxRow(
      at + 1,
      line.texts.map((text, place) =>
        textCell(`${lettersOf(place + 1)}${at + 1}`, line.styles[place] ?? STYLE.wrapped, text),
      ),
      Math.max(
        1,
        ...line.texts.map((text, place) => (line.styles[place] ? 1 : linesOfText(text, (WIDTHS[place] ?? 0) - 1))),
      ),
    )
  yield `</sheetData>${PAGE}</worksheet>`
}

type Line = { readonly texts: readonly string[]; readonly styles: readonly number[] }

const WIDTHS = [26, 28, 60, 28, 60, 18, 22]
const PAGE =
  '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
const EMPTY: Line = { texts: [], styles: [] }

const linesOf = ({ title, columns }: StatisticsTable, facts: ExportFacts): readonly Line[] => [
  { texts: [title.sv], styles: [STYLE.title] },
  { texts: [title.en], styles: [STYLE.text] },
  EMPTY,
  // The texts are long and run over the columns beside them.
  ...factsInWords(facts).map(({ label, text }) => ({ texts: [label, text], styles: [STYLE.label, STYLE.text] })),
  EMPTY,
  { texts: HEADINGS, styles: HEADINGS.map(() => STYLE.header) },
  ...columns.map((column) => ({ texts: columnInWords(column), styles: [STYLE.label] })),
]

const HEADINGS = ['Kolumn', 'Rubrik', 'Betydelse', 'Title', 'Meaning', 'Typ', 'Döljs med']

const columnInWords = ({ name, type, title, meaning, block }: Column): readonly string[] => [
  name,
  title.sv,
  meaning.sv,
  title.en,
  meaning.en,
  typeInWords(type),
  block === undefined ? '' : blockInWords[block],
]

const typeInWords = (type: ColumnType): string => {
  switch (type.kind) {
    case 'code':
      return 'kod'
    case 'text':
      return 'text'
    case 'month':
      return 'månad'
    case 'integer':
      return 'heltal'
    case 'decimal':
      return `tal, ${type.decimals} decimaler`
  }
}
