import type { CivilDate } from '../calendar/civil-date.ts'
import { episodeDays } from './charge.ts'
import { type DecidedEpisode, standingOf } from './cohort.ts'

/** The dates of an episode that are candidates for a joint group's decision; none where it is no candidate. */
export const candidateDates = ({ facts, decision }: DecidedEpisode): readonly CivilDate[] => {
  const { rule } = decision
  if (rule?.file.model.kind !== 'review' || standingOf(decision) !== 'counted') return []
  return episodeDays(rule, rule.file.model, facts).chargedOn ?? []
}

/** Whether an episode has candidate days that nobody has decided on. */
export const isPending = (decided: DecidedEpisode): boolean =>
  decided.decision.review === undefined && candidateDates(decided).length > 0
