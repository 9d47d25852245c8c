import type { Model } from '#schemas/rule-file/model.ts'
import type { Rule } from '../agreement/rule.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import { type CountedPeriod, countedPeriods } from '../episode/counted-dates.ts'
import type { EpisodeFacts } from '../episode/facts.ts'

/** The days of an episode under a rule: how many it was ready, and which of them are charged to it by itself. */
export type EpisodeDays = {
  readonly readyDays: number
  /** The dates charged by themselves; undefined for an episode that belongs to the mean. */
  readonly chargedOn: readonly CivilDate[] | undefined
}

/** The ready and chargeable days of a discharged episode, under the rule's model or a reading of it. */
export const episodeDays = (rule: Rule, model: Model, facts: EpisodeFacts): EpisodeDays => {
  const periods = countedPeriods(rule.file.clock, facts)
  const dates = periods.flatMap((period) => period.dates)
  return { readyDays: dates.length, chargedOn: chargedOn(model, facts, periods, dates) }
}

const chargedOn = (
  model: Model,
  facts: EpisodeFacts,
  periods: readonly CountedPeriod[],
  dates: readonly CivilDate[],
): readonly CivilDate[] | undefined => {
  if (model.kind !== 'average') {
    const freeDays = freeDaysOf(model, facts)
    return periods.flatMap((period) => period.dates.slice(freeDays + period.extraFreeDays))
  }
  const { longStay } = model
  if (longStay === undefined || dates.length <= longStay.moreThan) return undefined
  return longStay.charge === 'all-days' ? dates : dates.slice(longStay.moreThan)
}

/** The free days of each readiness period: the model's, unless an exception covers the care type and the discharge. */
const freeDaysOf = (model: Exclude<Model, { kind: 'average' }>, { careType, discharge }: EpisodeFacts): number => {
  const on = discharge?.on
  const exception = model.exceptions.find(
    ({ careTypes, discharged }) =>
      on !== undefined && careTypes.includes(careType) && discharged.from <= on && on <= discharged.until,
  )
  return exception?.freeDays ?? model.freeDays
}
