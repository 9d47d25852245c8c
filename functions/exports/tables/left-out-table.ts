import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import { placeCells, type RegionMonth, ruleCells } from './place-cells.ts'

/** The episodes that are left out: a row for each reason of each row of figures. */
export const leftOutTable = (of: RegionMonth, rows: readonly FigureRow[]): StatisticsTable => ({
  name: 'left-out',
  ...tables['left-out'],
  rows: rows.flatMap((row) =>
    row.reasons.map(({ reason, episodes }) => ({
      ...placeCells(of, row),
      ...ruleCells(row),
      reason: reason.id,
      reason_text: reason.text.sv,
      cites: reason.cites,
      episodes,
      hidden: null,
    })),
  ),
})
