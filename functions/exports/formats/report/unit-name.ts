import type { Row, StatisticsTable } from '#schemas/statistics/column.ts'

/** Whether the rows of a table are of regions, municipalities and districts by name, so that one column can name them. */
export const namesUnits = ({ columns }: Pick<StatisticsTable, 'columns'>): boolean =>
  columns.some(({ name }) => name === 'municipality_name')

/** What the unit of a row is called: its district, its municipality, or the region; a code where there is no name. */
export const unitName = (row: Row): string =>
  told(row.district_name) ??
  told(row.district) ??
  told(row.municipality_name) ??
  told(row.municipality) ??
  (row.level === 'region' || row.level === undefined ? 'Hela regionen' : 'Okänd')

/** The columns that the name of the unit stands for. */
export const UNIT_COLUMNS: readonly string[] = [
  'region',
  'level',
  'municipality',
  'municipality_name',
  'district',
  'district_name',
]

const told = (value: Row[string] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
