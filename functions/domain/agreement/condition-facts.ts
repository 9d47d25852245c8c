import type { ConditionFact } from '#schemas/rule-file/condition.ts'
import { daysBetween } from '../calendar/civil-date.ts'
import { dateOf } from '../calendar/civil-time.ts'
import type { EpisodeFacts } from '../episode/facts.ts'

/** What conditions are asked of: every fact known, except numbers of things that never happened. */
export type World = Readonly<Record<ConditionFact, boolean | number | string | undefined>>

/** The facts of a discharged episode that are not recorded, as their paths in its body. */
export type UnknownFact = 'planning.needed'

/** An episode's facts in every way the unrecorded ones could be: an answer that all of them share is certain. */
export type PossibleWorlds = { readonly worlds: readonly World[]; readonly unknown: readonly UnknownFact[] }

/** Every possible world of an episode; one where all is recorded. */
export const possibleWorlds = (facts: EpisodeFacts): PossibleWorlds => {
  const { planningNeeded } = facts
  return planningNeeded === undefined
    ? { worlds: [true, false].map((needed) => worldOf(facts, needed)), unknown: ['planning.needed'] }
    : { worlds: [worldOf(facts, planningNeeded)], unknown: [] }
}

const worldOf = (facts: EpisodeFacts, planningNeeded: boolean): World => ({
  careType: facts.careType,
  admissionNoticeSent: facts.admissionNoticeDelayHours !== undefined,
  admissionNoticeDelayHours: facts.admissionNoticeDelayHours,
  lengthOfStayEstimateSent: facts.lengthOfStayEstimateSent,
  planningNeeded,
  planningCalled: facts.planningCalledOn !== undefined,
  planningCallDelayDays: planningCallDelayDays(facts),
  openCare: facts.openCare ?? 'not-recorded',
  servicesRefused: facts.servicesRefused,
  onlyRegionalOpenCare: facts.onlyRegionalOpenCare,
  compulsoryOpenPsychiatricCare: facts.compulsoryOpenPsychiatricCare,
  dischargedTo: facts.discharge?.to,
})

/** Days from the date of the last readiness notice to the planning call (4 kap. 3 §); negative when called before it. */
const planningCallDelayDays = ({ readiness, planningCalledOn }: EpisodeFacts): number | undefined => {
  const lastNotice = readiness.at(-1)
  if (lastNotice === undefined || planningCalledOn === undefined) return undefined
  return daysBetween(dateOf(lastNotice.noticeSentAt), planningCalledOn)
}
