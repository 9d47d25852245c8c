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
  const { indexStays, readmitted7, readmitted30, readmissionUnknown } = counts
  const share = (readmitted: number): string | null =>
    readmissionUnknown > 0 ? null : quotient(readmitted, indexStays)
  return {
    index_stays: indexStays,
    readmitted_7: within7 ? readmitted7 : null,
    share_7: within7 ? share(readmitted7) : null,
    readmitted_30: within30 ? readmitted30 : null,
    share_30: within30 ? share(readmitted30) : null,
    readmission_unknown: within7 ? readmissionUnknown : null,
  }
}
