import * as z from 'zod'

/** What a condition may ask about an episode: `flag` is yes or no, `number` a count, a list the words a fact may hold. */
export const conditionFacts = {
  careType: ['somatic', 'psychiatric'],
  admissionNoticeSent: 'flag',
  admissionNoticeDelayHours: 'number',
  lengthOfStayEstimateSent: 'flag',
  planningNeeded: 'flag',
  planningCalled: 'flag',
  planningCallDelayDays: 'number',
  openCare: ['available', 'unavailable', 'unclear', 'not-recorded'],
  servicesRefused: 'flag',
  onlyRegionalOpenCare: 'flag',
  compulsoryOpenPsychiatricCare: 'flag',
  dischargedTo: ['home', 'special-housing', 'short-term-housing', 'transfer', 'deceased'],
} as const satisfies Record<string, 'flag' | 'number' | readonly string[]>

export type ConditionFact = keyof typeof conditionFacts

/** What may be asked of a fact of a kind. */
export const operatorsOf = (kind: (typeof conditionFacts)[ConditionFact]): readonly string[] => {
  if (kind === 'flag') return ['equal']
  if (kind === 'number') return ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']
  return ['equal', 'notEqual', 'in', 'notIn']
}

const fits = (fact: ConditionFact, operator: string, value: unknown): boolean => {
  const kind = conditionFacts[fact]
  if (kind === 'flag') return typeof value === 'boolean'
  if (kind === 'number') return typeof value === 'number'
  const words: readonly unknown[] = kind
  const isList = operator === 'in' || operator === 'notIn'
  return isList ? Array.isArray(value) && value.every((word) => words.includes(word)) : words.includes(value)
}

/** One comparison of a fact; an unrecorded number makes every comparison false. */
export type Comparison = {
  readonly fact: ConditionFact
  readonly operator: string
  readonly value: boolean | number | string | readonly string[]
}

/**
 * A condition in json-rules-engine's format. `not`, `path`, named conditions and empty lists are left out of the language:
 * an empty list passes, and a negated comparison with an unrecorded fact is true, both against what a reader expects.
 */
export type Condition = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | Comparison

const shape = z
  .strictObject({
    get all(): z.ZodOptional<z.ZodArray<z.ZodType<Condition>>> {
      return z.array(condition).min(1).optional()
    },
    get any(): z.ZodOptional<z.ZodArray<z.ZodType<Condition>>> {
      return z.array(condition).min(1).optional()
    },
    fact: z.enum(Object.keys(conditionFacts) as [ConditionFact]).optional(),
    operator: z
      .enum([
        'equal',
        'notEqual',
        'in',
        'notIn',
        'lessThan',
        'lessThanInclusive',
        'greaterThan',
        'greaterThanInclusive',
      ])
      .optional(),
    value: z.union([z.boolean(), z.int(), z.string(), z.array(z.string()).min(1)]).optional(),
  })
  .check(({ value, issues }) => {
    const refuse = (rule: string, path: string[]) =>
      issues.push({ code: 'custom', input: value, path, params: { rule } })
    const { all, any, fact, operator, value: operand } = value
    const isGroup = fact === undefined && operator === undefined && operand === undefined
    if (isGroup && (all === undefined) !== (any === undefined)) return
    if (
      all !== undefined ||
      any !== undefined ||
      fact === undefined ||
      operator === undefined ||
      operand === undefined
    ) {
      refuse('condition-is-all-any-or-one-comparison', [])
      return
    }
    if (!operatorsOf(conditionFacts[fact]).includes(operator)) refuse('operator-does-not-fit-fact', ['operator'])
    else if (!fits(fact, operator, operand)) refuse('value-does-not-fit-fact', ['value'])
  })

/** The schema of {@link Condition}. */
export const condition: z.ZodType<Condition> = shape.transform((parsed) => parsed as Condition)
