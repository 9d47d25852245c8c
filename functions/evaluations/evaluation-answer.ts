import { changeAnswer } from '#agreements/differences/difference-answer.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { decisionAnswer } from '../decisions/decision-answer.ts'
import { liabilityAnswer } from '../liabilities/liability-answer.ts'
import type { Evaluation } from './evaluate-under.ts'
import type { FigureDifference } from './figure-differences.ts'

/** An evaluation as the contract writes it; texts still in both languages. */
export const evaluationAnswer = ({ rule, decided, liabilities }: Evaluation) => ({
  rule: rule.reference,
  episodes: decided.map(({ id, decision }) => ({ id, decision: decisionAnswer(decision) })),
  liabilities: liabilities.map((liability) => {
    const { id: _, region: __, status: ___, ...figures } = liabilityAnswer(liability)
    return figures
  }),
})

/** A figure's difference as the contract writes it; texts still in both languages. */
export const figureDifferenceAnswer = (rule: Rule, against: Rule, { causes, ...difference }: FigureDifference) => ({
  rule: rule.reference,
  against: against.reference,
  ...difference,
  causes: causes.map(changeAnswer),
})
