import type { Comparison, Condition } from '#schemas/rule-file/condition.ts'
import type { World } from './condition-facts.ts'
import type { Rule } from './rule.ts'
import { conditionsOf, type Verdict, verdictFrom } from './verdict.ts'

type Predicate = (world: World) => boolean

const compiled = new WeakMap<Rule, readonly Predicate[]>()

/** What a rule says in one world, by conditions compiled to closures once per rule: for bulk work. */
export const evaluateByClosures = (rule: Rule, world: World): Verdict => {
  const predicates = compiled.get(rule) ?? conditionsOf(rule).map(compile)
  compiled.set(rule, predicates)
  return verdictFrom(
    rule,
    predicates.map((holds) => holds(world)),
  )
}

/** Whether one condition is met in one world. */
export const holds = (condition: Condition, world: World): boolean => compiledCondition(condition)(world)

const conditions = new WeakMap<Condition, Predicate>()

const compiledCondition = (condition: Condition): Predicate => {
  const predicate = conditions.get(condition) ?? compile(condition)
  conditions.set(condition, predicate)
  return predicate
}

const compile = (condition: Condition): Predicate => {
  if ('all' in condition) {
    const parts = condition.all.map(compile)
    return (world) => parts.every((holds) => holds(world))
  }
  if ('any' in condition) {
    const parts = condition.any.map(compile)
    return (world) => parts.some((holds) => holds(world))
  }
  return compileComparison(condition)
}

const compileComparison = ({ fact, operator, value }: Comparison): Predicate => {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value]
  const bound = Number(value)
  switch (operator) {
    case 'equal':
      return (world) => world[fact] === value
    case 'notEqual':
      return (world) => world[fact] !== value
    case 'in':
      return (world) => words.includes(world[fact])
    case 'notIn':
      return (world) => !words.includes(world[fact])
    case 'lessThan':
      return numeric(fact, (number) => number < bound)
    case 'lessThanInclusive':
      return numeric(fact, (number) => number <= bound)
    case 'greaterThan':
      return numeric(fact, (number) => number > bound)
    case 'greaterThanInclusive':
      return numeric(fact, (number) => number >= bound)
    default:
      throw new TypeError(`The operator ${operator} is not part of the rule language`)
  }
}

const numeric =
  (fact: Comparison['fact'], holds: (number: number) => boolean): Predicate =>
  (world) => {
    const number = world[fact]
    return typeof number === 'number' && holds(number)
  }
