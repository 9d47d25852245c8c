import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { isNumeric } from '../typed-cell.ts'
import { cellInWords } from './cell-in-words.ts'
import { bySize, measureOf } from './measure.ts'
import { isRegion, monthsIn, ofAllCare } from './shown-rows.ts'
import { namesUnits, UNIT_COLUMNS, unitName } from './unit-name.ts'

/**
 * The rows that a chart draws, each of which could be compared with the others: of all care; month by month where there are
 * several, up to the last; else the largest municipalities, or the districts where there are not two municipalities.
 */
export const chartRows = (table: StatisticsTable): readonly Row[] => {
  const rows = ofAllCare(table.rows)
  const regions = rows.filter(isRegion)
  if (monthsIn(rows) > 1) return (regions.length > 1 ? regions : rows).slice(-MONTHS_IN_CHART)
  const municipalities = rows.filter(({ level }) => level === 'municipality')
  const units = municipalities.length > 1 ? municipalities : rows.filter((row) => !isRegion(row))
  return bySize(units.length > 1 ? units : rows, measureOf(table)).slice(0, BARS_IN_CHART)
}

/** What tells a row of a chart from the others: its month and its unit, where they differ, or else what texts differ. */
export const rowLabel = (table: StatisticsTable, rows: readonly Row[], row: Row): string => {
  const units = namesUnits(table) && new Set(rows.map(unitName)).size > 1 ? [unitName(row)] : []
  const texts = table.columns
    .filter((column) => tellsApart(column, rows, table.columns))
    .filter(({ name }) => !namesUnits(table) || !UNIT_COLUMNS.includes(name))
    .filter(({ name }) => table.name !== 'figures' || name === 'month')
    .map((column) => cellInWords(row, column))
  return [...units, ...texts].slice(0, TEXTS_IN_LABEL).join(' ')
}

const BARS_IN_CHART = 8
const MONTHS_IN_CHART = 12
const TEXTS_IN_LABEL = 2

const tellsApart = ({ name, type, block }: Column, rows: readonly Row[], columns: readonly Column[]): boolean =>
  !isNumeric(type) &&
  name !== 'hidden' &&
  // What is hidden with figures is one of them.
  block === undefined &&
  // Where there is a name, the code is not needed too.
  !columns.some((other) => other.name === `${name}_name`) &&
  new Set(rows.map((row) => row[name])).size > 1
