import { possibleWorlds, type World } from '../agreement/condition-facts.ts'
import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'
import type { Verdict } from '../agreement/verdict.ts'
import type { EpisodeFacts } from '../episode/facts.ts'

/** Whether an episode counts under a rule: it does, it is left out with every reason, or a fact must be known first. */
export type Judgement = {
  readonly standing: 'counted' | 'left-out' | 'undetermined'
  readonly reasons: readonly Statement[]
  readonly missing: readonly string[]
  readonly flags: readonly Statement[]
}

/** A rule's verdict in each possible world of an episode. */
export type Verdicts = readonly Verdict[]

/** A rule's verdicts on an episode, by an evaluator that answers at once. */
export const verdictsBy = (
  evaluate: (rule: Rule, world: World) => Verdict,
  rule: Rule,
  facts: EpisodeFacts,
): Verdicts => possibleWorlds(facts).worlds.map((world) => evaluate(rule, world))

/**
 * What the verdicts amount to. What holds in every possible world is certain: an episode that meets an obstacle in each
 * of them is left out, one that meets none in any counts, and anything else is undetermined until the fact is recorded.
 */
export const judge = (facts: EpisodeFacts, verdicts: Verdicts): Judgement => {
  const flags = inEvery(verdicts.map((verdict) => verdict.flags))
  const obstacles = verdicts.map((verdict) => verdict.obstacles)
  if (obstacles.every((reasons) => reasons.length > 0))
    return { standing: 'left-out', reasons: sharedReasons(obstacles), missing: [], flags }
  if (obstacles.every((reasons) => reasons.length === 0))
    return { standing: 'counted', reasons: [], missing: [], flags }
  return { standing: 'undetermined', reasons: [], missing: possibleWorlds(facts).unknown, flags }
}

/** The reasons that are certain, being the same in every case; where none is, those of all cases, each once. */
export const sharedReasons = (cases: readonly (readonly Statement[])[]): readonly Statement[] => {
  const certain = inEvery(cases)
  return certain.length > 0 ? certain : [...new Map(cases.flat().map((reason) => [reason.id, reason])).values()]
}

const inEvery = ([first = [], ...others]: readonly (readonly Statement[])[]): readonly Statement[] =>
  first.filter(({ id }) => others.every((statements) => statements.some((statement) => statement.id === id)))
