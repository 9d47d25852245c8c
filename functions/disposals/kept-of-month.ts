import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts'
import { disposableFrom } from '#domain/retention/disposable-from.ts'
import type { RetentionDecision } from '#schemas/definitions/retention.ts'
import { statusOf } from '../disputes/find-disputes.ts'
import type { Disposing } from './disposing.ts'

/** What is kept of a region's month beside its stays: what was closed, contested, reviewed and published. */
export type KeptOfMonth = Awaited<ReturnType<typeof keptOfMonth>>

export const keptOfMonth = async (
  { settlements, disputes, reviews, exports }: Pick<Disposing, 'settlements' | 'disputes' | 'reviews' | 'exports'>,
  region: string,
  month: string,
) => ({
  statements: await settlements.statements(region, month),
  corrections: await settlements.corrections(region, month),
  leftOut: await settlements.leftOut(region, month),
  disputes: await disputes.ofMonth(region, month),
  reviews: await reviews.ofMonth(region, month),
  actions: (await reviews.actions(region)).filter(({ action }) => action.month === month),
  publications: await exports.publications(region, month),
})

/** Whether a month waits for a dispute to be decided. */
export const hasOpenDispute = ({ disputes }: Pick<KeptOfMonth, 'disputes'>): boolean =>
  disputes.some((record) => statusOf(record) === 'open')

/** The first day on which a month may be disposed of: when the last of the periods of all that belongs to it has passed. */
export const disposableOn = (kept: KeptOfMonth, month: string, years: RetentionDecision['years']): CivilDate => {
  const own = disposableFrom(yearOf(`${month}-01`), years.episodes)
  const settled = lastYear(settledAt(kept)).map((year) => disposableFrom(year, years.settlements))
  const told = lastYear(kept.publications.map(({ knownAt }) => knownAt))
  const days = [own, ...settled, ...told.map((year) => disposableFrom(year, years.exports))]
  return days.toSorted().at(-1) ?? own
}

const settledAt = ({
  statements,
  corrections,
  leftOut,
  disputes,
  reviews,
  actions,
}: KeptOfMonth): readonly string[] => [
  ...[...statements, ...corrections].map(({ recordedAt }) => recordedAt),
  ...[...leftOut, ...reviews].map(({ at }) => at),
  ...disputes.flatMap(({ dispute, decisions }) => [dispute, ...decisions].map(({ at }) => at)),
  ...actions.flatMap(({ action, outcomes }) => [action, ...outcomes].map(({ at }) => at)),
]

/** The year of the last instant, where there is any. */
const lastYear = (instants: readonly string[]): readonly number[] =>
  instants
    .toSorted()
    .slice(-1)
    .map((last) => Number(last.slice(0, 4)))
