import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { Block } from '#schemas/statistics/column.ts'

/** The blocks whose counts sum over units, each protected by itself. */
export const summedBlocks = ['stays', 'left-out', 'undetermined', 'without-notice', 'readmissions'] as const
export type SummedBlock = Extract<Block, (typeof summedBlocks)[number]>

/** What a row tells of a block. */
export type BlockAtoms = {
  /** Whole numbers from which every count of the block follows, and which sum over units. */
  readonly atoms: readonly number[]
  /** Sums of them that are shown too. */
  readonly cells: readonly number[]
  /** Whatever else is shown in the row and is a count, or the difference of two. */
  readonly others: readonly number[]
}

/** The atoms of a block in a row. */
export const atomsOf = (block: SummedBlock, { counts, liability }: FigureRow): BlockAtoms => {
  switch (block) {
    case 'stays': {
      const { dayZero, oneDayOrMore, readyDays, chargedApart } = counts
      return {
        atoms: [dayZero, oneDayOrMore, readyDays],
        cells: [dayZero + oneDayOrMore],
        others: [chargedApart, liability?.n ?? 0, Math.ceil(Number(liability?.days ?? '0'))],
      }
    }
    case 'left-out':
      return { atoms: [counts.leftOut], cells: [], others: [] }
    case 'undetermined':
      return { atoms: [counts.undetermined], cells: [], others: [] }
    case 'without-notice':
      return { atoms: [counts.withoutNotice], cells: [], others: [] }
    case 'readmissions': {
      const { indexStays, readmitted7, unknown7, readmitted30, unknown30 } = counts
      return {
        atoms: [readmitted7, readmitted30 - readmitted7, indexStays - readmitted30, unknown7, unknown30],
        cells: [readmitted30, indexStays - readmitted7, indexStays],
        others: [],
      }
    }
  }
}

/** The columns that show one atom of a block each: where it is zero in the total, it is zero in every row. */
export const atomColumns: Readonly<Record<SummedBlock, readonly (string | undefined)[]>> = {
  stays: ['day_zero', 'one_day_or_more', 'ready_days'],
  'left-out': ['left_out'],
  undetermined: ['undetermined'],
  'without-notice': ['without_notice'],
  readmissions: ['readmitted_7', undefined, undefined, 'unknown_7', 'unknown_30'],
}
