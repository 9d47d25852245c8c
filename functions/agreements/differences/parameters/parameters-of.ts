import type { Rule } from '#domain/agreement/rule.ts'
import { applicability } from './applicability.ts'
import { clock } from './clock.ts'
import { model } from './model.ts'
import { amount, billing } from './money.ts'
import type { Parameter } from './parameter.ts'
import { questions } from './questions.ts'
import { settling } from './settling.ts'
import { exclusions, flags, preconditions } from './statements.ts'
import { texts } from './texts.ts'

/** Everything that a rule file says, each thing at its own path. */
export const parametersOf = (rule: Rule): readonly Parameter[] =>
  apart(
    [
      applicability,
      clock,
      preconditions,
      exclusions,
      model,
      amount,
      billing,
      settling,
      flags,
      questions,
      texts,
    ].flatMap((of) => of(rule)),
  )

/** Items of the same name stay apart, by their number. */
const apart = (parameters: readonly Parameter[]): readonly Parameter[] => {
  const seen = new Map<string, number>()
  return parameters.map((parameter) => {
    const count = (seen.get(parameter.path) ?? 0) + 1
    seen.set(parameter.path, count)
    return count === 1 ? parameter : { ...parameter, path: `${parameter.path}#${count}` }
  })
}
