/** The formats of an export, each with the ending of its files and their media type. */
export const formats = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  'csv-excel': { ending: 'excel.csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  parquet: { ending: 'parquet', mediaType: 'application/vnd.apache.parquet' },
  json: { ending: 'json', mediaType: 'application/json' },
  report: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  metadata: { ending: 'metadata.json', mediaType: 'application/json' },
} as const
export type FormatName = keyof typeof formats

/** Their names, in the order in which they are told. */
export const formatNames = [
  'csv',
  'csv-excel',
  'xlsx',
  'parquet',
  'json',
  'report',
  'metadata',
] as const satisfies readonly FormatName[]
