import type { Catalog } from '../agreement/catalog.ts'
import { evaluateByClosures } from '../agreement/evaluate-closures.ts'
import type { Rule } from '../agreement/rule.ts'
import type { DecidedEpisode, RecordedEpisode } from './cohort.ts'
import { decide, decideAsIf, type Evaluator } from './decide.ts'
import { verdictsBy } from './judge.ts'

/** Decides an episode by conditions compiled to closures: the same answer as by json-rules-engine, for many at a time. */
export const decideInBulk = (catalog: Catalog, episode: RecordedEpisode): DecidedEpisode => ({
  ...episode,
  decision: decide(catalog, episode.region, episode.facts, byClosures),
})

/** Decides an episode as if a rule governed it, in the same way. */
export const decideInBulkAsIf = (rule: Rule, episode: RecordedEpisode, agreementRegistered = true): DecidedEpisode => ({
  ...episode,
  decision: decideAsIf(rule, episode.facts, byClosures, agreementRegistered),
})

const byClosures: Evaluator = (rule, facts) => verdictsBy(evaluateByClosures, rule, facts)
