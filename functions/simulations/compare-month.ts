import { setImmediate } from 'node:timers/promises'
import {
  type ComparedUnitMonth,
  compareSettled,
  type SettledWorld,
  settleWorld,
} from '#domain/simulation/compare-unit-month.ts'
import { addToSummary, emptySummary, type Summary } from '#domain/simulation/summary.ts'
import type { World } from '#domain/simulation/world.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'

/** A region's month as it was known at an instant, and the chain of catalogs that it is settled under. */
export type MonthInWorlds = {
  readonly worlds: readonly World[]
  readonly region: string
  readonly month: string
  readonly at: string
}

/** Compares a region's month one municipality at a time, so that no more is held; gives each unit to `take` and sums them. */
export const compareMonth = async (
  unitMonths: Pick<UnitMonthStore, 'municipalities' | 'ofRegion'>,
  { worlds, region, month, at }: MonthInWorlds,
  take: (row: ComparedUnitMonth) => Promise<void> | void,
): Promise<Summary> => {
  let summary = emptySummary
  for (const municipality of await unitMonths.municipalities(region, month)) {
    const episodes = await unitMonths.ofRegion(region, month, municipality, at)
    const settled: SettledWorld[] = []
    for (const world of worlds) {
      settled.push(settleWorld(world, month, region, episodes))
      // Others are served between one world and the next.
      await setImmediate()
    }
    const rows = compareSettled(month, settled)
    for (const row of rows) await take(row)
    summary = addToSummary(summary, rows)
  }
  return summary
}
