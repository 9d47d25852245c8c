import { hasOwnLiability, partsOf } from '#domain/statistics/figure-parts.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { Block } from '#schemas/statistics/column.ts'
import { type SummedBlock, summedBlocks } from './block-atoms.ts'
import { treeName } from './pattern.ts'
import type { ProtectedTrees } from './protected-trees.ts'
import { rowName } from './row-name.ts'

/** Which blocks are hidden in each row. */
export type HiddenBlocks = ReadonlyMap<FigureRow, ReadonlySet<Block>>

/**
 * The blocks that are hidden in each row of a month: by care type as the trees say, both together wherever one of them is,
 * and a liability with the counts that it follows from.
 */
export const hiddenBlocks = (rows: readonly FigureRow[], trees: ProtectedTrees): HiddenBlocks => {
  const isHidden = (row: FigureRow, block: SummedBlock): boolean =>
    row.careType === 'all'
      ? partsOf(row, rows).some((part) => isHidden(part, block))
      : trees.get(treeName(block, row.careType))?.get(rowName(row))?.hidden === true
  const hidden = new Map<FigureRow, Set<Block>>(
    rows.map((row) => [row, new Set<Block>(summedBlocks.filter((block) => isHidden(row, block)))]),
  )
  const isLiabilityHidden = (row: FigureRow): boolean =>
    hidden.get(row)?.has('stays') === true || hidden.get(row)?.has('undetermined') === true
  for (const [row, blocks] of hidden)
    if (isLiabilityHidden(row) || (!row.isUnit && owingBelow(row, rows).some(isLiabilityHidden)))
      blocks.add('liability')
  return hidden
}

/** The rows of units whose liabilities a total sums. */
const owingBelow = (total: FigureRow, rows: readonly FigureRow[]): readonly FigureRow[] =>
  rows.filter(
    (row) =>
      hasOwnLiability(row) &&
      row.liability !== undefined &&
      (total.careType === 'all' || row.careType === total.careType) &&
      (total.level === 'region' || row.municipality === total.municipality),
  )
