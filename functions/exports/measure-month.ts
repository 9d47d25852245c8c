import type { LoadCatalog } from '#agreements/load-catalog.ts'
import { addMonths, firstOfMonth, lastOfMonth, monthOf } from '#domain/calendar/civil-date.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { figureRows } from '#domain/statistics/figure-rows.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import { type AdjustmentSources, decidedOf } from '../settlements/adjustments.ts'
import { afterOthers } from '../work/after-others.ts'
import {
  type FindReadmissions,
  type Measured,
  type MeasuringSources,
  measureMunicipality,
  measureUnderFixedRules,
} from './measure-municipality.ts'
import type { SeriesMonth } from './tables/series-table.ts'

/** What the months of a region are measured from. */
export type MonthSources = MeasuringSources &
  AdjustmentSources & {
    readonly catalog: LoadCatalog
    readonly unitMonths: Pick<UnitMonthStore, 'ofRegion' | 'municipalities' | 'months'>
  }

/** Told after each municipality of each month: how many are done, of how many. */
export type TellProgress = (done: number, total: number) => void

/** The figures of a region's month, and of the months up to it. */
export type MeasuredMonth = { readonly rows: readonly FigureRow[]; readonly series: readonly SeriesMonth[] }

/** How many months a series holds. */
const SERIES_MONTHS = 12

/** Measures a region's month and its series as they were known at an instant, one municipality at a time, so that no more is held. */
export const measureMonth = async (
  sources: MonthSources,
  of: { readonly region: string; readonly month: string; readonly asOf: string },
  findReadmissions: FindReadmissions,
  tell: TellProgress = () => undefined,
): Promise<MeasuredMonth> => {
  const { region, month, asOf } = of
  const catalog = await sources.catalog(asOf)
  const months = await monthsOfSeries(sources, region, month)
  const plan = await Promise.all(
    months.map(async (each) => ({
      known: { region, month: each, asOf, catalog, decided: await decidedOf(sources, region, each, asOf) },
      municipalities: await sources.unitMonths.municipalities(region, each),
    })),
  )
  const total = plan.reduce((sum, { municipalities }) => sum + municipalities.length, 0)
  let done = 0
  const series: SeriesMonth[] = []
  let rows: readonly FigureRow[] = []
  for (const { known, municipalities } of plan) {
    const isOwn = known.month === month
    const measured: { inForce: Measured; fixed: Measured }[] = []
    for (const municipality of municipalities) {
      const own = { municipality, rows: await sources.unitMonths.ofRegion(region, known.month, municipality, asOf) }
      measured.push({
        inForce: await measureMunicipality(sources, known, own, isOwn ? findReadmissions : undefined),
        fixed: measureUnderFixedRules(known, own, lastOfMonth(month)),
      })
      tell(++done, total)
      await afterOthers()
    }
    const inForce = rowsOf(measured.map((each) => each.inForce))
    if (isOwn) rows = inForce
    series.push(
      { month: known.month, basis: 'in-force', rows: inForce },
      { month: known.month, basis: 'fixed', rows: rowsOf(measured.map((each) => each.fixed)) },
    )
  }
  return { rows, series }
}

const rowsOf = (measured: readonly Measured[]): readonly FigureRow[] =>
  figureRows(
    measured.flatMap(({ tallies }) => tallies),
    measured.flatMap(({ liabilities }) => liabilities),
  )

/** The months of the series that have episodes, the last one always. */
const monthsOfSeries = async (
  { unitMonths }: Pick<MonthSources, 'unitMonths'>,
  region: string,
  last: string,
): Promise<readonly string[]> => {
  const first = monthOf(addMonths(firstOfMonth(last), 1 - SERIES_MONTHS))
  const recorded = await unitMonths.months(region)
  return [...recorded.filter((month) => first <= month && month < last), last]
}
