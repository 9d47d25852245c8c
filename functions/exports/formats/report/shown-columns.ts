import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { isNumeric } from '../typed-cell.ts'
import { cellInWords } from './cell-in-words.ts'
import { hyphenated } from './swedish.ts'
import { namesUnits, UNIT_COLUMNS } from './unit-name.ts'

/** How wide the table may be, in millimetres. */
export const TABLE_WIDTH = { besideCharts: 186, alone: 273 } as const

/** The columns that are shown beside the name of the unit: those that matter most, as many as there is room for. */
export const shownColumns = (table: StatisticsTable, rows: readonly Row[], width: number): readonly Column[] => {
  const shown: Column[] = []
  let left = namesUnits(table) ? width - UNIT_WIDTH : width
  for (const column of candidates(table).filter((one) => !isToldBelow(one, rows))) {
    left -= widthOf(column, rows)
    if (left < 0) break
    shown.push(column)
  }
  return shown
}

/** Whether all rows that are shown are of one care type, which a note tells instead. */
export const isToldBelow = ({ name }: Column, rows: readonly Row[]): boolean =>
  name === 'care_type' && rows.length > 0 && new Set(rows.map((row) => row[name])).size === 1

const UNIT_WIDTH = 30

// Of the figures, in this order.
const OF_FIGURES = [
  'care_type',
  'discharged',
  'ready_days',
  'mean_with_day_zero',
  'mean_without_day_zero',
  'agreement_mean',
  'liable_days',
  'amount',
  'left_out',
  'readmitted_30',
  'share_30',
]

const candidates = (table: StatisticsTable): readonly Column[] => {
  const named = new Map(table.columns.map((column) => [column.name, column]))
  if (table.name === 'figures') return OF_FIGURES.flatMap((name) => named.get(name) ?? [])
  const isPassedOver = ({ name }: Column): boolean =>
    name === 'hidden' ||
    (namesUnits(table) && UNIT_COLUMNS.includes(name)) ||
    // The heading tells it.
    ((name === 'month' || name === 'region') && new Set(table.rows.map((row) => row[name])).size < 2)
  return table.columns.filter((column) => !isPassedOver(column))
}

// Millimetres: the width of a character in a cell and in a title, the room around a cell, and where the style sheet cuts a
// text off.
const CHARACTER = 1.5
const TITLE_CHARACTER = 1.42
const ROOM = 2.2
const TEXT_WIDTH = 40

const widthOf = (column: Column, rows: readonly Row[]): number => {
  const words = hyphenated(column.title.sv).split(/[\s\u00ad-]+/)
  const texts = rows.map((row) => cellInWords(row, column))
  const text = longest(texts) * CHARACTER
  const cells = isNumeric(column.type) ? text : Math.min(text, TEXT_WIDTH)
  return Math.max(cells, longest(words) * TITLE_CHARACTER) + ROOM
}

const longest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0)
