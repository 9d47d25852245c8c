import type { CfnTable } from 'aws-cdk-lib/aws-glue'
import { counties } from '../schemas/reference/counties.ts'
import type { TableName } from '../schemas/statistics/column.ts'

/** The partitions of a table in the order of the key of its files. */
export const partitionsOf = (table: TableName): CfnTable.ColumnProperty[] => [
  { name: 'region', type: 'string', comment: 'County code' },
  { name: monthOf(table), type: 'string', comment: 'Exported month, YYYY-MM' },
  { name: 'audience', type: 'string', comment: 'all, protected, a municipality or a district: name one' },
  { name: 'revision', type: 'int', comment: 'From 1; the highest of a month is the newest' },
]

/** How Athena finds the partitions without a catalogue of them: it computes where they would lie. */
export const projectionOf = (table: TableName, bucket: string): Readonly<Record<string, string>> => {
  const month = monthOf(table)
  const properties = {
    enabled: 'true',
    'region.type': 'enum',
    'region.values': Object.keys(counties).sort().join(','),
    [`${month}.type`]: 'date',
    [`${month}.format`]: 'yyyy-MM',
    [`${month}.range`]: '2018-01,NOW',
    [`${month}.interval`]: '1',
    [`${month}.interval.unit`]: 'MONTHS',
    // One audience at a time, which a query must name: two of them tell of the same patients.
    'audience.type': 'injected',
    'revision.type': 'integer',
    'revision.range': '1,99',
  }
  const places = partitionsOf(table).map(({ name }) => `${name === month ? 'month' : name}=\${${name}}`)
  return {
    ...Object.fromEntries(Object.entries(properties).map(([name, value]) => [`projection.${name}`, value])),
    'storage.location.template': `s3://${bucket}/parquet/${table}/${places.join('/')}/`,
  }
}

// A series has twelve months in its column of that name, and lies under the last of them.
const monthOf = (table: TableName): string => (table === 'series' ? 'last_month' : 'month')
