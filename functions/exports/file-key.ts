import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { type FormatName, formats } from '#schemas/statistics/format.ts'

/**
 * Where a file of an export is kept: by format and table first, then as partitions `name=value`, so that the Parquet files
 * of a table are one partitioned table.
 */
export const fileKey = (of: FileOf, format: FormatName): string =>
  [
    format,
    of.table,
    `region=${of.region}`,
    `month=${of.month}`,
    `audience=${of.audience}`,
    `revision=${of.revision}`,
    `${of.table}.${formats[format].ending}`,
  ].join('/')

/** What a file is saved as: `fristdag-01-2020-03-figures-0136-r1.csv`. */
export const fileName = ({ region, month, table, audience, revision }: FileOf, format: FormatName): string =>
  `fristdag-${region}-${month}-${table}-${audience}-r${revision}.${formats[format].ending}`

type FileOf = Pick<ExportFacts, 'region' | 'month' | 'table' | 'audience' | 'revision'>
