import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Condition } from '#schemas/rule-file/condition.ts'
import type { World } from './condition-facts.ts'
import type { Rule } from './rule.ts'
import { conditionsOf, type Verdict, verdictFrom } from './verdict.ts'

/** What a rule says in one world, by json-rules-engine: one rule for each condition, and an engine of its own for each run. */
export const evaluateByEngine = async (rule: Rule, world: World): Promise<Verdict> => {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const [fact, value] of Object.entries(world)) if (value !== undefined) engine.addFact(fact, value)
  conditionsOf(rule).forEach((condition, index) => {
    engine.addRule({ name: `${index}`, conditions: topLevel(condition), event: { type: `${index}` } })
  })
  const { results } = await engine.run()
  const met = new Set(results.map(({ name }) => name))
  return verdictFrom(
    rule,
    conditionsOf(rule).map((_, index) => met.has(`${index}`)),
  )
}

const topLevel = (condition: Condition): TopLevelCondition =>
  structuredClone('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition
