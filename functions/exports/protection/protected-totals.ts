import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { Block } from '#schemas/statistics/column.ts'
import type { HiddenBlocks } from './hidden-blocks.ts'
import { earlierOf, type Pattern, type TreePattern, treeName } from './pattern.ts'

/** What is told of a whole region alone, by care type: which of it is hidden. */
export type ProtectedTotals = { readonly reasons: TreePattern; readonly national: TreePattern }

/**
 * Reasons and national figures are told of a whole region only. They are all told or none of a care type: none where one of
 * them is small, where the counts that they bound or sum to are hidden, or where they were hidden in an earlier publication.
 */
export const protectedTotals = (
  rows: readonly FigureRow[],
  hidden: HiddenBlocks,
  threshold: number,
  earlier: readonly Pattern[],
): ProtectedTotals => {
  const regional = rows.filter(({ level, careType }) => level === 'region' && careType !== 'all')
  const isSmall = (count: number): boolean => count > 0 && count < threshold
  const told = (kind: keyof ProtectedTotals, atomsOf: (row: FigureRow) => readonly number[], on: readonly Block[]) =>
    new Map(
      regional.map((row) => {
        const atoms = atomsOf(row)
        const wasHidden = earlierOf(earlier, treeName(kind, 'region')).some(
          (pattern) => pattern.get(row.careType)?.hidden === true,
        )
        const isHidden = wasHidden || atoms.some(isSmall) || on.some((block) => hidden.get(row)?.has(block) === true)
        return [row.careType, { hidden: isHidden, atoms }] as const
      }),
    )
  return {
    reasons: told('reasons', ({ reasons }) => reasons.map(({ episodes }) => episodes), ['left-out']),
    national: told('national', nationalAtoms, ['stays', 'left-out', 'undetermined']),
  }
}

const nationalAtoms = ({ counts }: FigureRow): readonly number[] => [
  counts.nationalDayZero,
  counts.nationalOneDayOrMore,
  counts.nationalDayZero + counts.nationalOneDayOrMore,
  counts.nationalDays,
]

/** Whether a row of the region is hidden: that of both care types together when either is. */
export const isHiddenIn = (told: TreePattern, { careType }: Pick<FigureRow, 'careType'>): boolean =>
  careType === 'all' ? [...told.values()].some(({ hidden }) => hidden) : told.get(careType)?.hidden === true
