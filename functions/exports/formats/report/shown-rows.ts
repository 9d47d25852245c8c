import type { Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { bySize, measureOf } from './measure.ts'

/** What fits beside the heading and the notes. */
export const ROWS_ON_PAGE = 27

/**
 * The rows that are shown: all that fit; else those of all care, if these fit; else the last of several months; else the
 * region and the largest of them, the largest first.
 */
export const shownRows = (table: StatisticsTable): readonly Row[] => {
  if (table.rows.length <= ROWS_ON_PAGE) return table.rows
  const rows = ofAllCare(table.rows)
  if (rows.length <= ROWS_ON_PAGE) return rows
  if (monthsIn(rows) > 1) return rows.slice(-ROWS_ON_PAGE)
  const sized = bySize(rows, measureOf(table))
  return [...sized.filter(isRegion), ...sized.filter((row) => !isRegion(row))].slice(0, ROWS_ON_PAGE)
}

/** The rows of all care where there are any, since those of each care type are parts of them; else all rows. */
export const ofAllCare = (rows: readonly Row[]): readonly Row[] => {
  const all = rows.filter(({ care_type }) => care_type === 'all')
  return all.length > 0 ? all : rows
}

/** Whether a row is of the whole region. */
export const isRegion = ({ level }: Row): boolean => level === 'region'

/** How many months rows are of. */
export const monthsIn = (rows: readonly Row[]): number => new Set(rows.map(({ month }) => month)).size
