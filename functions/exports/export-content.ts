import { sha256 } from '#agreements/parse-rule.ts'
import type { RuleReference } from '#domain/agreement/rule.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { ruleName } from '#domain/statistics/tally.ts'
import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import { rowsFor } from './audience.ts'
import type { MeasuredMonth } from './measure-month.ts'
import { type FollowedUp, figuresTable } from './tables/figures-table.ts'
import { leftOutTable } from './tables/left-out-table.ts'
import { nationalTable } from './tables/national-table.ts'
import type { RegionMonth } from './tables/place-cells.ts'
import { seriesTable } from './tables/series-table.ts'

/** What an export says, whichever its revision. */
export type ExportContent = Pick<ExportFacts, 'audience' | 'rules' | 'definitions' | 'suppression'> & {
  readonly table: StatisticsTable
}

/** Everything that is said of a month, exactly, to those who may see some rows of it in full. */
export const exactContents = (
  of: RegionMonth & Pick<ExportFacts, 'definitions'>,
  { rows, series }: MeasuredMonth,
  followedUp: FollowedUp,
  audience: string,
): readonly ExportContent[] => {
  const own = rowsFor(audience, rows)
  const ownSeries = series.map((each) => ({ ...each, rows: rowsFor(audience, each.rows) }))
  const told = (table: StatisticsTable, from: readonly FigureRow[]): ExportContent => ({
    audience,
    table,
    rules: rulesOf(from),
    definitions: of.definitions,
    suppression: null,
  })
  return [
    told(figuresTable(of, own, followedUp), own),
    told(leftOutTable(of, own), own),
    told(nationalTable(of, own), []),
    told(
      seriesTable(of.region, ownSeries),
      ownSeries.flatMap((each) => each.rows),
    ),
  ]
}

/** The rule versions of some rows, each once, in order. */
export const rulesOf = (rows: readonly FigureRow[]): readonly RuleReference[] =>
  [...new Map(rows.flatMap(({ rule }) => rule ?? []).map((rule) => [ruleName(rule), rule]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { agreement, stage, version, sha256 }]) => ({ agreement, stage, version, sha256 }))

/** The name of an export among those of its month. */
export const contentName = ({ audience, table }: ExportContent): string => `${table.name}~${audience}`

/** The SHA-256 of what an export says, whenever it is said. */
export const contentDigest = ({ table: { name, columns, rows }, ...facts }: ExportContent): string =>
  sha256(canonicalJson({ ...facts, name, columns: columns.map(({ name: of, type }) => ({ of, type })), rows }))
