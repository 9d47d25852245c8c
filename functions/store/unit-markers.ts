import type { Item, Table } from './table.ts'
import { type UnitMonth, unitName } from './unit-key.ts'

/** Where the units with episodes from a region in a month are listed. */
export const regionMonthPartition = (region: string, month: string): string => `M#${region}#${month}`

/** Where the months with episodes of a tenant are listed: a region by its county's code, a municipality by its own. */
export const tenantPartition = (tenant: string): string => `N#${tenant}`

/**
 * Marks a unit's month, once for as long as the instance lives. Markers go before rows: one without rows is harmless, but a
 * row without its marker would be lost from its region's month.
 */
export const unitMarker = (table: Table): ((region: string, unit: UnitMonth) => Promise<void>) => {
  const marked = new Set<string>()
  return async (region, unit) => {
    for (const item of unitMarkers(region, unit)) {
      const name = `${item.pk} ${item.sk}`
      if (marked.has(name)) continue
      await table.write({ kind: 'put', item })
      marked.add(name)
    }
  }
}

const unitMarkers = (region: string, unit: UnitMonth): readonly Item[] => [
  { pk: regionMonthPartition(region, unit.month), sk: unitName(unit) },
  { pk: tenantPartition(region), sk: unit.month },
  ...(unit.municipality === undefined ? [] : [{ pk: tenantPartition(unit.municipality), sk: unit.month }]),
]
