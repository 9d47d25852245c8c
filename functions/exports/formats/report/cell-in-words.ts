import type { Column, Row } from '#schemas/statistics/column.ts'
import { typedCell } from '../typed-cell.ts'
import { inSwedish } from './swedish.ts'

/** What stands for a figure that is hidden, and for one that there is not. */
export const HIDDEN = '··'
export const NOTHING = '–'

/** A cell as it is shown to people: numbers in Swedish, known codes in words, `··` where it is hidden, `–` where there is nothing. */
export const cellInWords = (row: Row, column: Column): string => {
  const cell = typedCell(row, column)
  switch (cell.kind) {
    case 'none':
      return isHidden(row, column) ? HIDDEN : NOTHING
    case 'number':
      return inSwedish(cell.digits)
    case 'text':
      return CODES[column.name]?.[cell.text] ?? cell.text
  }
}

/** The number in a cell, to draw and to order by; undefined where there is none. */
export const numberIn = (row: Row, column: Column | undefined): number | undefined => {
  if (column === undefined) return undefined
  const cell = typedCell(row, column)
  return cell.kind === 'number' ? Number(cell.digits) : undefined
}

/** The blocks that are hidden in a row. */
export const hiddenIn = ({ hidden }: Row): readonly string[] =>
  typeof hidden === 'string' ? hidden.split(' ').filter((name) => name !== '') : []

const isHidden = (row: Row, { block }: Column): boolean => block !== undefined && hiddenIn(row).includes(block)

const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  care_type: { somatic: 'somatisk', psychiatric: 'psykiatrisk', all: 'all vård' },
  level: { region: 'region', municipality: 'kommun', district: 'stadsdel' },
}
