import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { counties } from '#schemas/reference/counties.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import type { Row } from '#schemas/statistics/column.ts'

/** Which month of which region a table is of. */
export type RegionMonth = { readonly region: string; readonly month: string }

/** Which month and whose: the cells that the rows of every table begin with. */
export const placeCells = ({ region, month }: RegionMonth, row: FigureRow): Row => ({
  month,
  region,
  level: row.level,
  municipality: row.municipality ?? null,
  municipality_name: row.level === 'region' ? null : nameOfMunicipality(row.municipality),
  district: row.district ?? null,
  district_name: row.level === 'district' ? nameOfDistrict(row.district) : null,
  care_type: row.careType,
})

/** The cells of the rule version that governs a row. */
export const ruleCells = ({ rule }: Pick<FigureRow, 'rule'>): Row => ({
  agreement: rule?.agreement ?? null,
  stage: rule?.stage ?? null,
  version: rule?.version ?? null,
})

/** A municipality's name, or that none is recorded. */
export const nameOfMunicipality = (code: string | undefined): string =>
  code === undefined ? NOT_RECORDED : (municipalities[code] ?? code)

/** The name of a region's county. */
export const nameOfCounty = (region: string): string => `${counties[region] ?? region} län`

/** A district's name, or that none is recorded. */
export const nameOfDistrict = (code: string | undefined): string =>
  code === undefined ? NOT_RECORDED : (NAMES.get(code) ?? code)

const NOT_RECORDED = 'Ej registrerad'
const NAMES: ReadonlyMap<string, string> = new Map(stockholmDistricts.map(({ district, name }) => [district, name]))
