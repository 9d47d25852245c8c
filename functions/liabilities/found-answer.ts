import { explain } from '#domain/liability/explain.ts'
import { closedAnswer } from '../settlements/closed-liabilities.ts'
import { statementFacts } from '../settlements/statement-facts.ts'
import type { FoundLiability } from './as-they-stand.ts'
import { liabilityAnswer } from './liability-answer.ts'
import { stepAnswer } from './step-answer.ts'

/** A liability as the contract writes it, live or closed; texts still in both languages. */
export const foundAnswer = (found: FoundLiability) =>
  found.kind === 'live' ? liabilityAnswer(found.liability) : closedAnswer(found.closed)

/** The same with every step of its calculation, and the paragraphs that no rule encodes. */
export const foundAnswerWithSteps = (found: FoundLiability) => {
  if (found.kind === 'closed') {
    const { steps, notComputable } = statementFacts(found.closed.statement)
    return { ...closedAnswer(found.closed), steps, notComputable }
  }
  const { liability } = found
  const { rule } = liability.key
  const notComputable = (rule?.file.notComputable ?? []).map(({ paragraph, why }) => ({
    cites: rule?.cite(paragraph),
    why,
  }))
  return { ...liabilityAnswer(liability), steps: explain(liability).map(stepAnswer), notComputable }
}
