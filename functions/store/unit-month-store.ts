import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import { queryAll, type ReadOnlyTable } from './table.ts'
import { type UnitMonth, unitOfName } from './unit-key.ts'
import { regionMonthPartition, tenantPartition } from './unit-markers.ts'
import { STILL_KNOWN, type UnitRow, unitPartition, unitRowFrom } from './unit-row.ts'

/** Episodes by the unit that pays and the month of discharge, as known now or at an earlier instant. */
export type UnitMonthStore = {
  /** The municipalities with rows of a region in a month; `-` for episodes whose municipality is not recorded. */
  readonly municipalities: (region: string, month: string) => Promise<readonly string[]>
  /** A region's rows of a month, of every unit or of those of one municipality. */
  readonly ofRegion: (
    region: string,
    month: string,
    municipality?: string,
    asOf?: string,
  ) => Promise<readonly UnitRow[]>
  /** Every row that a region's month of a municipality ever had, superseded ones too. */
  readonly everOfRegion: (region: string, month: string, municipality: string) => Promise<readonly UnitRow[]>
  /** A municipality's rows of a month from every region; of one district of it where that is asked for. */
  readonly ofMunicipality: (
    municipality: string,
    month: string,
    filter?: { readonly region?: string; readonly district?: string },
    asOf?: string,
  ) => Promise<readonly UnitRow[]>
  /** The months with episodes of a region or a municipality, in order; `open` for stays not yet ended, last. */
  readonly months: (tenant: string) => Promise<readonly string[]>
}

/** Unit months over a table: one consistent query for each unit, never a scan. */
export const unitMonthStore = (table: ReadOnlyTable): UnitMonthStore => {
  const everOf = async (unit: UnitMonth, region: string | undefined) => {
    const range = region === undefined ? {} : { prefix: `${region}#` }
    return (await queryAll(table, { pk: unitPartition(unit), ...range })).map(unitRowFrom)
  }
  const rowsOf = async (unit: UnitMonth, region: string | undefined, asOf: string | undefined) =>
    (await everOf(unit, region)).filter((row) => isKnownAt(row, asOf))
  const unitsOf = async (region: string, month: string, municipality: string | undefined) => {
    const markers = await queryAll(table, {
      pk: regionMonthPartition(region, month),
      ...(municipality === undefined ? {} : { prefix: `${municipality}#` }),
    })
    return markers.map(({ sk }): UnitMonth => ({ ...unitOfName(sk), month }))
  }
  return {
    municipalities: async (region, month) => {
      const markers = await queryAll(table, { pk: regionMonthPartition(region, month) })
      return [...new Set(markers.map(({ sk }) => sk.split('#')[0] ?? ''))]
    },
    ofRegion: async (region, month, municipality, asOf) => {
      const units = await unitsOf(region, month, municipality)
      return (await Promise.all(units.map((unit) => rowsOf(unit, region, asOf)))).flat()
    },
    everOfRegion: async (region, month, municipality) => {
      const units = await unitsOf(region, month, municipality)
      return (await Promise.all(units.map((unit) => everOf(unit, region)))).flat()
    },
    ofMunicipality: async (municipality, month, { region, district } = {}, asOf) => {
      const districts = district === undefined ? districtsOf(municipality) : [district]
      const units = districts.map((own): UnitMonth => ({ municipality, district: own, month }))
      return (await Promise.all(units.map((unit) => rowsOf(unit, region, asOf)))).flat()
    },
    months: async (tenant) => (await queryAll(table, { pk: tenantPartition(tenant) })).map(({ sk }) => sk),
  }
}

const isKnownAt = ({ from, until }: UnitRow, asOf: string | undefined): boolean =>
  asOf === undefined ? until === STILL_KNOWN : from <= asOf && asOf < until

const districtsOf = (municipality: string): readonly (string | undefined)[] =>
  municipality === STOCKHOLM_CITY ? [undefined, ...stockholmDistricts.map(({ district }) => district)] : [undefined]
