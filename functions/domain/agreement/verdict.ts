import type { Condition } from '#schemas/rule-file/condition.ts'
import type { Rule, Test } from './rule.ts'
import type { Statement } from './statement.ts'

/** What a rule's conditions say in one possible world. */
export type Verdict = { readonly obstacles: readonly Statement[]; readonly flags: readonly Statement[] }

/** The verdict that a list of answers to all of a rule's conditions amounts to: obstacles first, then flags. */
export const verdictFrom = (rule: Rule, answers: readonly boolean[]): Verdict => ({
  obstacles: trueOnes(rule.obstacles, answers),
  flags: trueOnes(rule.flags, answers.slice(rule.obstacles.length)),
})

/** Every condition of a rule in the order that {@link verdictFrom} expects. */
export const conditionsOf = (rule: Rule): readonly Condition[] =>
  [...rule.obstacles, ...rule.flags].map(({ condition }) => condition)

const trueOnes = (tests: readonly Test[], answers: readonly boolean[]): readonly Statement[] =>
  tests.filter(({ holdsWhen }, index) => answers[index] === holdsWhen).map(({ statement }) => statement)
