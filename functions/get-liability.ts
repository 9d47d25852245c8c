import { explain } from '#domain/liability/explain.ts'
import { endpoint } from '#http/endpoint.ts'
import { deployed, type Reading, reading } from './environment.ts'
import { findLiability } from './liabilities/find-liabilities.ts'
import { liabilityAnswer } from './liabilities/liability-answer.ts'
import { stepAnswer } from './liabilities/step-answer.ts'
import { routes } from './routes.ts'

/** Answers one liability with every step of its calculation, and the paragraphs that no rule encodes. */
export const answer = endpoint(routes.getLiability, async ({ caller, params, query }, environment: Reading) => {
  const liability = await findLiability(environment, caller, params.liability, query.asOf)
  const { rule } = liability.key
  const notComputable = (rule?.file.notComputable ?? []).map(({ paragraph, why }) => ({
    cites: rule?.cite(paragraph),
    why,
  }))
  return {
    status: 200,
    body: { ...liabilityAnswer(liability), steps: explain(liability).map(stepAnswer), notComputable },
  }
})

export const handler = deployed(answer, reading)
