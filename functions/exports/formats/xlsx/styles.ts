import type { Column, ColumnType } from '#schemas/statistics/column.ts'
import { decimalsOf } from '../typed-cell.ts'
import { MAIN, XML } from './xml.ts'

/** The part with the styles of a workbook, and the number of the style of a column's cells. */
export type Styles = { readonly xml: string; readonly of: (type: ColumnType) => number }

/** The numbers of the styles that every workbook has. */
export const STYLE = { title: 1, header: 2, text: 3, wrapped: 4, label: 5, integer: 6 } as const

/** The styles for columns: texts are marked as texts, and numbers show the decimals of their column. */
export const stylesFor = (columns: readonly Column[]): Styles => {
  const shown = [...new Set(columns.map(({ type }) => decimalsOf(type)))]
    .filter((count) => count > 0)
    .sort((a, b) => a - b)
  return {
    xml: stylesXml(shown),
    of: (type) => {
      if (type.kind === 'integer') return STYLE.integer
      if (type.kind !== 'decimal') return STYLE.text
      return STYLE.integer + 1 + shown.indexOf(type.decimals)
    },
  }
}

// Numbers that Excel gives formats by itself end before this.
const FIRST_OWN_FORMAT = 164
const TEXT = 49
const GROUPED_INTEGER = 3

const stylesXml = (decimals: readonly number[]): string => {
  const formats = decimals.map(
    (count, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="#,##0.${'0'.repeat(count)}"/>`,
  )
  const styles = [
    xf(0, 0, ''),
    xf(TEXT, 2, ''),
    xf(TEXT, 1, '<alignment vertical="top" wrapText="1"/>', 1),
    xf(TEXT, 0, ''),
    xf(TEXT, 0, '<alignment vertical="top" wrapText="1"/>'),
    xf(TEXT, 1, '<alignment vertical="top"/>'),
    xf(GROUPED_INTEGER, 0, RIGHT),
    ...decimals.map((_, at) => xf(FIRST_OWN_FORMAT + at, 0, RIGHT)),
  ]
  return `${XML}<styleSheet xmlns="${MAIN}">${list('numFmts', formats)}${list('fonts', FONTS)}${list('fills', FILLS)}${list(
    'borders',
    BORDERS,
  )}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list(
    'cellXfs',
    styles,
  )}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

const RIGHT = '<alignment horizontal="right"/>'
const FONT = '<name val="Calibri"/><family val="2"/>'
const FONTS = [
  `<font><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="14"/>${FONT}</font>`,
]
const FILLS = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>',
]

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`

const xf = (format: number, font: number, alignment: string, border = 0): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1"${
    border === 0 ? '' : ' applyBorder="1"'
  }${alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`}`
