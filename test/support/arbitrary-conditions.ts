import fc from 'fast-check'
import type { World } from '#domain/agreement/condition-facts.ts'
import { type Condition, conditionFacts } from '#schemas/rule-file/condition.ts'

const facts = Object.entries(conditionFacts)
const whole = fc.integer({ min: -3, max: 30 })

const comparisons = facts.map(([fact, kind]) => {
  if (kind === 'flag')
    return fc.record({ fact: fc.constant(fact), operator: fc.constant('equal'), value: fc.boolean() })
  if (kind === 'number')
    return fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
      value: whole,
    })
  const word = fc.constantFrom(...kind)
  return fc.oneof(
    fc.record({ fact: fc.constant(fact), operator: fc.constantFrom('equal', 'notEqual'), value: word }),
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom('in', 'notIn'),
      value: fc.array(word, { minLength: 1, maxLength: 3 }),
    }),
  )
})

/** Any condition that the rule language can say, nested a few levels deep. */
export const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(...(comparisons as fc.Arbitrary<unknown>[])) as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
})).condition

/** Any world, numbers of things that never happened among them. */
export const anyWorld = fc.record(
  Object.fromEntries(
    facts.map(([fact, kind]) => {
      if (kind === 'flag') return [fact, fc.boolean()]
      if (kind === 'number') return [fact, fc.option(fc.oneof(whole, fc.double({ noNaN: true })), { nil: undefined })]
      return [fact, fc.constantFrom(...kind)]
    }),
  ),
) as unknown as fc.Arbitrary<World>
