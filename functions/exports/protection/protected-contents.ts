import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { SmallNumbersFile } from '#schemas/definitions/small-numbers.ts'
import type { Row, StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { PROTECTED } from '../audience.ts'
import { type ExportContent, rulesOf } from '../export-content.ts'
import { type FollowedUp, figuresTable } from '../tables/figures-table.ts'
import { leftOutTable } from '../tables/left-out-table.ts'
import { nationalTable } from '../tables/national-table.ts'
import type { RegionMonth } from '../tables/place-cells.ts'
import { hiddenBlocks } from './hidden-blocks.ts'
import { type Masked, maskedTable } from './masked-table.ts'
import { type Pattern, treeName, treeRows } from './pattern.ts'
import { isHiddenIn, protectedTotals } from './protected-totals.ts'
import { protectedTrees } from './protected-trees.ts'
import { withRowsOnceHidden } from './rows-once-hidden.ts'

/** What everyone may be told of a month, and the pattern of what is hidden in it. */
export type ProtectedContents = { readonly contents: readonly ExportContent[]; readonly pattern: Pattern }

/**
 * What everyone may be told of a region's month after what they have been told before: small numbers hidden, and what they
 * would follow from. Undefined when nothing can be told anew that gives none away.
 */
export const protectedContents = (
  of: RegionMonth & Pick<ExportFacts, 'definitions'>,
  month: readonly FigureRow[],
  followedUp: FollowedUp,
  { threshold }: Pick<SmallNumbersFile, 'threshold'>,
  earlier: readonly Pattern[],
): ProtectedContents | undefined => {
  const rows = withRowsOnceHidden(month, earlier)
  const trees = protectedTrees(rows, threshold, earlier)
  if (trees === undefined) return undefined
  const hidden = hiddenBlocks(rows, trees)
  const { reasons, national } = protectedTotals(rows, hidden, threshold, earlier)
  const regional = rows.filter(({ level }) => level === 'region')
  const told = ({ table, hiddenCells }: Masked, from: readonly FigureRow[]): ExportContent => ({
    audience: PROTECTED,
    table,
    rules: rulesOf(from),
    definitions: of.definitions,
    suppression: { threshold, hiddenCells },
  })
  return {
    contents: [
      told(maskedTable(figuresTable(of, rows, followedUp), rows, hidden), month),
      told(
        toldReasons(leftOutTable(of, regional), (careType) => isHiddenIn(reasons, { careType })),
        [],
      ),
      told(
        toldNational(nationalTable(of, regional), (careType) => isHiddenIn(national, { careType })),
        [],
      ),
    ],
    pattern: {
      ...Object.fromEntries([...trees].map(([name, tree]) => [name, treeRows(tree)])),
      [treeName('reasons', 'region')]: treeRows(reasons),
      [treeName('national', 'region')]: treeRows(national),
    },
  }
}

type IsHidden = (careType: FigureRow['careType']) => boolean

const careTypeOf = ({ care_type }: Row): FigureRow['careType'] =>
  care_type === 'somatic' || care_type === 'psychiatric' ? care_type : 'all'

/** The reasons of a care type, or one row that says that they are hidden: even which there are would tell something. */
const toldReasons = (table: StatisticsTable, isHidden: IsHidden): Masked => {
  let hiddenCells = 0
  const rows = [...Map.groupBy(table.rows, careTypeOf)].flatMap(([careType, own]) => {
    if (!isHidden(careType)) return own
    hiddenCells += 1
    return own
      .slice(0, 1)
      .map((row) => ({ ...row, reason: null, reason_text: null, cites: null, episodes: null, hidden: 'left-out' }))
  })
  return { table: { ...table, rows }, hiddenCells }
}

const toldNational = (table: StatisticsTable, isHidden: IsHidden): Masked => {
  let hiddenCells = 0
  const rows = table.rows.map((row) => {
    if (!isHidden(careTypeOf(row))) return row
    hiddenCells += 4
    return { ...row, stays: null, sum_of_days: null, mean: null, closed_stays_with_days: null, hidden: 'stays' }
  })
  return { table: { ...table, rows }, hiddenCells }
}
