import type { Counts } from '#domain/statistics/counts.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import { placeCells, type RegionMonth, ruleCells } from './place-cells.ts'
import { liabilityCells, quotient, stayCells } from './stay-cells.ts'

/** Which days after the discharges have passed, so that readmissions within them are known. */
export type FollowedUp = { readonly within7: boolean; readonly within30: boolean }

/** The figures of a month: a row for each unit, care type and rule version, and for each total. */
export const figuresTable = (of: RegionMonth, rows: readonly FigureRow[], followedUp: FollowedUp): StatisticsTable => ({
  name: 'figures',
  ...tables.figures,
  rows: rows.map((row) => ({
    ...placeCells(of, row),
    ...ruleCells(row),
    ...stayCells(row.counts),
    ...liabilityCells(row.liability),
    left_out: row.counts.leftOut,
    undetermined: row.counts.undetermined,
    without_notice: row.counts.withoutNotice,
    ...readmissionCells(row.counts, followedUp),
    hidden: null,
  })),
})

const readmissionCells = (counts: Counts, { within7, within30 }: FollowedUp): Row => {
  const { indexStays, readmitted7, unknown7, readmitted30, unknown30 } = counts
  return {
    index_stays: indexStays,
    ...(within7
      ? { readmitted_7: readmitted7, share_7: share(readmitted7, indexStays, unknown7), unknown_7: unknown7 }
      : { readmitted_7: null, share_7: null, unknown_7: null }),
    ...(within30
      ? { readmitted_30: readmitted30, share_30: share(readmitted30, indexStays, unknown30), unknown_30: unknown30 }
      : { readmitted_30: null, share_30: null, unknown_30: null }),
  }
}

/** Never a guess: where anything is unknown there is no share. */
const share = (readmitted: number, of: number, unknown: number): string | null =>
  unknown > 0 ? null : quotient(readmitted, of)
