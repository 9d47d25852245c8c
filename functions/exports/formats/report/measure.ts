import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { isNumeric } from '../typed-cell.ts'
import { numberIn } from './cell-in-words.ts'

/** The column by which rows are large or small: ready days, else the first count that differs, else the first such number. */
export const measureOf = ({ columns, rows }: StatisticsTable): Column | undefined => {
  const telling = columns.filter((column) => isNumeric(column.type) && tells(column, rows))
  return (
    telling.find(({ name }) => name === 'ready_days') ??
    telling.find(({ type }) => type.kind === 'integer') ??
    telling[0]
  )
}

/** The rows by size, the largest first, equals as they stood. */
export const bySize = (rows: readonly Row[], measure: Column | undefined): readonly Row[] =>
  rows.toSorted((a, b) => sizeOf(b, measure) - sizeOf(a, measure))

const tells = (column: Column, rows: readonly Row[]): boolean =>
  new Set(rows.map((row) => numberIn(row, column)).filter((value) => value !== undefined)).size > 1

// Below any number, and still a number to count with.
const sizeOf = (row: Row, measure: Column | undefined): number => numberIn(row, measure) ?? -Number.MAX_VALUE
