import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { type CivilDate, lastOfMonth } from '#domain/calendar/civil-date.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { objectionsUntil, type Phase, phaseOf } from '#domain/settlement/phase.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { ReviewReads } from '#store/review-store.ts'
import type { Run, SettlementName, SettlementStore } from '#store/settlement-store.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import type { SendTasks } from '../work/task.ts'
import { type LeftOutRequest, notUndetermined } from './leave-out.ts'
import { isEnough, monthQuality, qualityLimit } from './month-quality.ts'
import { rulesInForce, rulesOf } from './rules-of-settlement.ts'
import { isRunning } from './settlement-answer.ts'

/** What beginning to close a month works with. */
export type Beginning = {
  readonly catalog: LoadCatalog
  readonly settlements: SettlementStore
  readonly reviews: Pick<ReviewReads, 'ofMonth'>
  readonly episodes: Pick<EpisodeReads, 'current'>
  readonly unitMonths: Pick<UnitMonthStore, 'municipalities' | 'ofRegion'>
  readonly sendTasks: SendTasks
  readonly now: () => string
}

/** What became of the wish to close a month. */
export type Begun =
  | { readonly result: 'running'; readonly run: Run; readonly until: CivilDate; readonly today: CivilDate }
  | { readonly result: 'unknown' }
  /** These, by their place, are no undetermined episodes of the month. */
  | { readonly result: 'not-undetermined'; readonly places: readonly number[] }
  | { readonly result: 'quality-too-low' }
  | { readonly result: 'too-early'; readonly phase: Phase; readonly until: CivilDate }

/** Begins to close a month of an agreement once its objections are over; while a run goes on it is the same run. */
export const beginSettlement = async (
  { catalog: loadCatalog, settlements, reviews, unitMonths, episodes, sendTasks, now }: Beginning,
  name: SettlementName,
  by: string,
  leftOut: readonly LeftOutRequest[],
): Promise<Begun> => {
  const { region, month } = name
  const catalog = await loadCatalog()
  const until = deadlineOf(catalog, name)
  if (until === undefined) return { result: 'unknown' }
  const at = now()
  const today = dateOf(civilTimeOf(at))
  const phase = phaseOf(month, until, today)
  if (phase !== 'closable') return { result: 'too-early', phase, until }
  if (!(await isGoodEnough({ catalog: loadCatalog, settlements, reviews, unitMonths }, catalog, name)))
    return { result: 'quality-too-low' }
  const places = await notUndetermined({ episodes }, catalog, name, leftOut)
  if (places.length > 0) return { result: 'not-undetermined', places }
  for (const { episode, reason } of leftOut)
    await settlements.leaveOut(region, month, {
      episode,
      leftOut: 'undetermined',
      reason,
      because: 'left-out-by-region',
      by,
      at,
    })
  const last = await settlements.latestRun(name)
  if (last !== undefined && (await isRunning(settlements, name, last)) && leftOut.length === 0) {
    // Whoever asked first may have ended before the tasks were sent.
    await sendTasks(tasksOf(name, last))
    return { result: 'running', run: last, until, today }
  }
  const run: Run = {
    number: (last?.number ?? 0) + 1,
    by,
    at,
    municipalities: [...(await unitMonths.municipalities(region, month))],
  }
  await settlements.begin(name, run)
  const begun = (await settlements.run(name, run.number)) ?? run
  await sendTasks(tasksOf(name, begun))
  return { result: 'running', run: begun, until, today }
}

/** Measured only where the agreement asks for it. */
const isGoodEnough = async (
  sources: Pick<Beginning, 'settlements' | 'reviews' | 'unitMonths' | 'catalog'>,
  catalog: Catalog,
  name: SettlementName,
): Promise<boolean> => {
  const limit = qualityLimit(catalog, name)
  return limit === undefined || isEnough(await monthQuality(sources, name), limit)
}

const tasksOf = ({ region, agreement, month }: SettlementName, { number, municipalities }: Run) =>
  municipalities.map(
    (municipality) =>
      ({ kind: 'close-municipality', region, agreement, month, run: `${number}`, municipality }) as const,
  )

/** The last day of objections that any version of the agreement in force at the end of the month names; undefined where none is. */
export const deadlineOf = (catalog: Catalog, name: SettlementName): CivilDate | undefined => {
  if (rulesOf(catalog, name).length === 0) return undefined
  const { month } = name
  const days = rulesInForce(catalog, name, lastOfMonth(month)).map(({ file }) => file.objections?.untilDayOfNextMonth)
  const latest = days
    .flatMap((day) => objectionsUntil(month, day))
    .sort()
    .at(-1)
  return latest ?? objectionsUntil(month)
}
