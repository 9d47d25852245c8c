import { endpoint } from '#http/endpoint.ts'
import { unprocessable } from '#http/problem.ts'
import type { Reading } from './environment.ts'
import { evaluateUnder } from './evaluations/evaluate-under.ts'
import { evaluationAnswer, figureDifferenceAnswer } from './evaluations/evaluation-answer.ts'
import { figureDifferences } from './evaluations/figure-differences.ts'
import { findRules } from './evaluations/find-rules.ts'
import { readCases } from './evaluations/read-cases.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers what each of several rules makes of the same episodes, and why they differ; nothing of it is stored. */
export const answer = endpoint(routes.evaluate, async ({ body }, { catalog, rules, loadRule }: Reading) => {
  const { cases, faults } = readCases(body.episodes)
  if (faults.length > 0) throw unprocessable(faults)
  const published = await catalog()
  const found = await findRules({ catalog: published, rules, loadRule }, body.rules, cases)
  if (!found.ok) throw unprocessable(found.faults)
  const evaluations = found.rules.map((rule) => evaluateUnder(rule, published, cases))
  const [first, ...others] = evaluations
  const differences = others.flatMap((other) =>
    first === undefined
      ? []
      : figureDifferences(first, other, published, cases).map((difference) =>
          figureDifferenceAnswer(other.rule, first.rule, difference),
        ),
  )
  return { status: 200, body: { evaluations: evaluations.map(evaluationAnswer), differences } }
})

export const handler = deployed(answer, reading)
