import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import { placeCells, ruleCells } from './place-cells.ts'
import { liabilityCells, stayCells } from './stay-cells.ts'

/** A month's rows on one basis: the rules in force in it, or the fixed ones. */
export type SeriesMonth = {
  readonly month: string
  readonly basis: 'in-force' | 'fixed'
  readonly rows: readonly FigureRow[]
}

/** Months in a row, each under the rules then in force and under the fixed ones. */
export const seriesTable = (region: string, months: readonly SeriesMonth[]): StatisticsTable => ({
  name: 'series',
  ...tables.series,
  rows: months.flatMap(({ month, basis, rows }) =>
    rows.map((row) =>
      inColumns({
        ...placeCells({ region, month }, row),
        basis,
        ...ruleCells(row),
        ...stayCells(row.counts),
        ...liabilityCells(row.liability),
        hidden: null,
      }),
    ),
  ),
})

/** A row with the cells of the table alone. */
const inColumns = (row: Row): Row =>
  Object.fromEntries(tables.series.columns.map(({ name }) => [name, row[name] ?? null]))
