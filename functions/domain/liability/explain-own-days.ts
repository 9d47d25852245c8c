import type { Rule } from '../agreement/rule.ts'
import { subtract, zero } from '../money/fraction.ts'
import type { Calculation } from './calculation.ts'
import { candidateDates } from './candidate-days.ts'
import { cited } from './cited.ts'
import type { Liability } from './liability.ts'
import { byOwnYear, type DaysByYear } from './money.ts'
import * as say from './step-texts.ts'

/** The days of episodes by themselves, by year; of a reviewed month its candidate days, whatever was decided of them. */
export const ownDays = ({ key: { rule }, episodes, settlement }: Liability): DaysByYear =>
  rule?.file.model.kind === 'review' ? byOwnYear(episodes.flatMap(candidateDates)) : settlement.individualPart.days

/** Explains a year's days of episodes by themselves, and answers the step they end in: of candidates, those a joint group has left. */
export const explainOwnDays = (steps: Calculation, rule: Rule, liability: Liability, year: number): string => {
  const days = ownDays(liability).get(year) ?? zero
  const { model } = rule.file
  if (model.kind !== 'review') {
    const cites = cited(rule, model.kind === 'average' ? 'model.longStay' : 'model.freeDays')
    steps.given(`individual-days-${year}`, days, { text: say.individualDays(year), unit: 'days', ...cites })
    return `individual-days-${year}`
  }
  const candidates = `candidate-days-${year}`
  steps.given(candidates, days, { text: say.candidateDays(year), unit: 'days', ...cited(rule, 'model.freeDays') })
  if (liability.episodes.every(({ decision }) => decision.review === undefined)) return candidates
  const group = cited(rule, 'model.decidedBy')
  const left = liability.settlement.individualPart.days.get(year) ?? zero
  steps.given(`days-taken-off-${year}`, subtract(days, left), { text: say.takenOff(year), unit: 'days', ...group })
  steps.reckon(`decided-days-${year}`, 'subtract', [candidates, `days-taken-off-${year}`], {
    text: say.decidedDays(year),
    unit: 'days',
    ...group,
  })
  return `decided-days-${year}`
}
