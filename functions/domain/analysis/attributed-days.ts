import type { Episode } from '#schemas/episode.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import { countedPeriods } from '../episode/counted-dates.ts'
import { episodeDays } from '../liability/charge.ts'
import { type DecidedEpisode, standingOf } from '../liability/cohort.ts'

/** What a patient waited for, from a date on, as the ward recorded it. */
export type Delay = Episode['delays'][number]

/** The ready days of an episode that fell to one reason, and those of them that are charged to it by itself. */
export type AttributedDays = {
  readonly reason: Delay['reason'] | 'not-recorded'
  readonly readyDays: number
  readonly candidateDays: number
}

/**
 * The ready days of an episode that counts, by the reason recorded last before or on each of them; `not-recorded` before the
 * first. Together they are its ready days, and the days charged to it by itself before any decision of a joint group.
 */
export const attributedDays = (
  { facts, decision }: DecidedEpisode,
  delays: readonly Delay[],
): readonly AttributedDays[] => {
  const { rule } = decision
  if (rule === undefined || standingOf(decision) !== 'counted') return []
  const charged = new Set(episodeDays(rule, rule.file.model, facts).chargedOn)
  const dates = countedPeriods(rule.file.clock, facts).flatMap((period) => period.dates)
  const inOrder = delays.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return [...Map.groupBy(dates, (date) => reasonOn(inOrder, date))].map(([reason, own]) => ({
    reason,
    readyDays: own.length,
    candidateDays: own.filter((date) => charged.has(date)).length,
  }))
}

const reasonOn = (inOrder: readonly Delay[], date: CivilDate): AttributedDays['reason'] =>
  inOrder.findLast(({ from }) => from <= date)?.reason ?? 'not-recorded'
