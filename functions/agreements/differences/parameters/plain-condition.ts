import type { Comparison, Condition } from '#schemas/rule-file/condition.ts'

/** A condition in its plainest form: two that say the same by order, nesting or repetition alone become equal. */
export const plainCondition = (condition: Condition): Condition => {
  if ('fact' in condition) return plainComparison(condition)
  const kind = 'all' in condition ? 'all' : 'any'
  const parts = partsOf(condition)
    .map(plainCondition)
    .flatMap((part) => (kind in part ? partsOf(part) : [part]))
  const distinct = [...new Map(parts.map((part) => [conditionWritten(part), part]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const [only, ...others] = distinct.map(([, part]) => part)
  if (only === undefined) return condition
  if (others.length === 0) return only
  return kind === 'all' ? { all: [only, ...others] } : { any: [only, ...others] }
}

/** A condition on one line, such as `any(planningNeeded equal false, planningCalled equal true)`. */
export const conditionWritten = (condition: Condition): string => {
  if ('all' in condition) return `all(${condition.all.map(conditionWritten).join(', ')})`
  if ('any' in condition) return `any(${condition.any.map(conditionWritten).join(', ')})`
  const { fact, operator, value } = condition
  return `${fact} ${operator} ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`
}

const partsOf = (condition: Condition): readonly Condition[] => {
  if ('all' in condition) return condition.all
  return 'any' in condition ? condition.any : [condition]
}

/** A list in order, each word once; of one word it is a plain comparison. */
const plainComparison = ({ fact, operator, value }: Comparison): Comparison => {
  if (typeof value !== 'object') return { fact, operator, value }
  const words = [...new Set(value)].sort()
  const [only, ...others] = words
  if (only === undefined || others.length > 0) return { fact, operator, value: words }
  return { fact, operator: operator === 'in' ? 'equal' : 'notEqual', value: only }
}
