import type { Catalog } from '#domain/agreement/catalog.ts'
import { possibleWorlds } from '#domain/agreement/condition-facts.ts'
import { evaluateByEngine } from '#domain/agreement/evaluate-engine.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import { decide, rulesToEvaluate } from '#domain/liability/decide.ts'
import type { Decision } from '#domain/liability/decision.ts'
import type { Verdicts } from '#domain/liability/judge.ts'

/** Decides one episode with json-rules-engine: its conditions are run first, for every rule that could govern it. */
export const decideExplicitly = async (catalog: Catalog, region: string, facts: EpisodeFacts): Promise<Decision> => {
  const verdicts = new Map<Rule, Verdicts>()
  const { worlds } = possibleWorlds(facts)
  for (const rule of rulesToEvaluate(catalog, region, facts))
    verdicts.set(rule, await Promise.all(worlds.map((world) => evaluateByEngine(rule, world))))
  return decide(catalog, region, facts, (rule) => {
    const evaluated = verdicts.get(rule)
    if (evaluated === undefined) throw new Error(`The conditions of ${rule.reference.agreement} were not evaluated`)
    return evaluated
  })
}
