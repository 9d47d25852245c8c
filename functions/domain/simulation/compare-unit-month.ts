import type { Catalog } from '../agreement/catalog.ts'
import type { Month } from '../calendar/civil-date.ts'
import type { RecordedEpisode } from '../liability/cohort.ts'
import { liabilitiesOf } from '../liability/month.ts'
import { attributionOf, type Part } from './attribution.ts'
import { difference, type Figures, figuresOf, type Sum, sumIn } from './figures.ts'

/** A unit's month as it is, as it would be, and what each change adds to the difference. */
export type ComparedUnitMonth = {
  readonly municipality: string | undefined
  readonly district: string | undefined
  readonly month: Month
  /** Undefined where no episode of the month is the unit's. */
  readonly was: Figures | undefined
  readonly is: Figures | undefined
  /** What is owed more, or less; undefined while either is not known. */
  readonly delta: Sum | undefined
  readonly crossing: 'becomes-liable' | 'no-longer-liable' | undefined
  /** The parts of the difference, which sum to it exactly. */
  readonly attribution: readonly Part[] | undefined
}

/** What a comparison needs of a chain of catalogs: the name of each change. */
export type ComparedWorld = { readonly change: { readonly parameter: string } | undefined; readonly catalog: Catalog }

/** The months of the units whose episodes, all of one region and discharged in the month, are settled in each world of a chain. */
export const compareUnitMonth = (
  worlds: readonly ComparedWorld[],
  month: Month,
  region: string,
  episodes: readonly RecordedEpisode[],
): readonly ComparedUnitMonth[] =>
  compareSettled(
    month,
    worlds.map((world) => settleWorld(world, month, region, episodes)),
  )

/** What the units of a month come to in one world of a chain. */
export type SettledWorld = { readonly parameter: string; readonly units: ReadonlyMap<string, Figures> }

/** Settles the months of the units in one world: the part of {@link compareUnitMonth} that takes time. */
export const settleWorld = (
  { change, catalog }: ComparedWorld,
  month: Month,
  region: string,
  episodes: readonly RecordedEpisode[],
): SettledWorld => ({
  parameter: change?.parameter ?? '',
  units: unitsIn(
    catalog,
    month,
    episodes.filter((episode) => episode.region === region),
  ),
})

/** Compares the months of the units that are settled in every world of a chain. */
export const compareSettled = (month: Month, settled: readonly SettledWorld[]): readonly ComparedUnitMonth[] => {
  const [first, ...steps] = settled
  const last = settled.at(-1)
  if (first === undefined || last === undefined) return []
  return [...new Set([...first.units.keys(), ...last.units.keys()])].sort().map((unit) => {
    const [was, is] = [first.units.get(unit), last.units.get(unit)]
    const [before, after] = [sumIn(was), sumIn(is)]
    const chain = steps.map(({ parameter, units }) => ({ parameter, sum: sumIn(units.get(unit)) }))
    const [municipality, district] = unit.split('~')
    return {
      municipality: municipality || undefined,
      district: district || undefined,
      month,
      was,
      is,
      delta: before === undefined || after === undefined ? undefined : difference(before, after),
      crossing: crossingOf(was, is),
      attribution: attributionOf(before, chain),
    }
  })
}

const unitsIn = (
  catalog: Catalog,
  month: Month,
  episodes: readonly RecordedEpisode[],
): ReadonlyMap<string, Figures> => {
  const units = Map.groupBy(
    liabilitiesOf(catalog, month, episodes),
    ({ key: { municipality = '', district = '' } }) => `${municipality}~${district}`,
  )
  return new Map([...units].map(([unit, liabilities]) => [unit, figuresOf(liabilities)]))
}

const crossingOf = (was: Figures | undefined, is: Figures | undefined): ComparedUnitMonth['crossing'] => {
  const [before, after] = [was === undefined ? false : was.liable, is === undefined ? false : is.liable]
  if (before === undefined || after === undefined || before === after) return undefined
  return after ? 'becomes-liable' : 'no-longer-liable'
}
