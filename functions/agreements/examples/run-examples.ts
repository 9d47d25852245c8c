import type { Rule } from '#domain/agreement/rule.ts'
import type { Example } from '#schemas/rule-file/example.ts'
import { dayOutcome } from './example-day.ts'
import { determinationOutcome } from './example-determination.ts'
import { monthOutcome } from './example-month.ts'

/** An expectation that the rule does not meet. */
export type ExampleFault = {
  readonly example: string
  readonly index: number
  readonly expectation: string
  readonly expected: unknown
  readonly actual: unknown
}

/** Runs a rule file's own examples against it; every expectation that fails, by the example's place in the file. */
export const runExamples = (rule: Rule): readonly ExampleFault[] =>
  rule.file.examples.flatMap((example, index) =>
    unmetIn(rule, example).map((unmet) => ({ example: example.name, index, ...unmet })),
  )

/** Whether a rule meets all that an example expects. */
export const meetsExample = (rule: Rule, example: Example): boolean => unmetIn(rule, example).length === 0

const unmetIn = (rule: Rule, example: Example): readonly Omit<ExampleFault, 'example' | 'index'>[] => {
  const outcome = outcomeOf(rule, example)
  return Object.entries(example.expect)
    .map(([expectation, expected]) => ({ expectation, expected, actual: outcome[expectation] }))
    .filter(({ expected, actual }) => !matches(actual, expected))
}

const outcomeOf = (rule: Rule, example: Example): Readonly<Record<string, unknown>> => {
  if ('month' in example) return monthOutcome(rule, example)
  return 'on' in example ? dayOutcome(rule, example) : determinationOutcome(rule, example)
}

/** Lists match whatever their order; of nested readings only those that are expected are compared. */
const matches = (actual: unknown, expected: unknown): boolean => {
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.length === expected.length && expected.every((part) => actual.includes(part))
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null)
    return Object.entries(expected).every(([name, part]) =>
      matches((actual as Readonly<Record<string, unknown>>)[name], part),
    )
  return actual === expected
}
