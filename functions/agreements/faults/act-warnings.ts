import type { World } from '#domain/agreement/condition-facts.ts'
import { holds } from '#domain/agreement/evaluate-closures.ts'
import type { Rule, Test } from '#domain/agreement/rule.ts'
import { comparisonsIn, worldsOf } from './condition-worlds.ts'
import type { PathFault } from './file-fault.ts'

/** What the Act demands whatever is agreed: an episode with these facts makes nobody liable. */
type Demand = {
  readonly facts: Partial<World>
  readonly path: 'preconditions' | 'exclusions'
  readonly rule: PathFault['rule']
}

// Who is liable (5 kap. 2 §) needs no watch: the rule language has one answer to it.
const DEMANDS: readonly Demand[] = [
  {
    facts: { admissionNoticeSent: false, admissionNoticeDelayHours: undefined },
    path: 'preconditions',
    rule: 'admission-notice-switched-off',
  },
  {
    facts: {
      planningNeeded: true,
      planningCalled: false,
      planningCallDelayDays: undefined,
      compulsoryOpenPsychiatricCare: false,
    },
    path: 'preconditions',
    rule: 'planning-call-switched-off',
  },
  { facts: { openCare: 'unavailable' }, path: 'exclusions', rule: 'open-care-switched-off' },
  { facts: { openCare: 'unclear' }, path: 'exclusions', rule: 'open-care-switched-off' },
]

/** More different episodes than this are not tried; then the first ones speak for all. */
const MOST_WORLDS = 20_000

/** What of 5 kap. 3 and 5 §§ an agreement switches off, though only time and amount are open to agreement (4 kap. 5 §). */
export const actWarnings = (rule: Rule): readonly PathFault[] => {
  const faults = DEMANDS.filter(({ facts }) => isSwitchedOff(rule, facts)).map(
    ({ path, rule: id }) => [id, path] as const,
  )
  return [...new Map(faults)].map(([id, path]) => ({ path: [path], rule: id }))
}

/** Whether some episode with these facts meets no obstacle; obstacles that ask for none of the facts are no answer to them. */
const isSwitchedOff = ({ obstacles }: Rule, facts: Partial<World>): boolean => {
  const relevant = obstacles.filter(({ condition }) => comparisonsIn(condition).some(({ fact }) => fact in facts))
  let tried = 0
  for (const world of worldsOf(relevant.map(({ condition }) => condition)).worlds) {
    const demanded = { ...world, ...facts }
    if (!relevant.some((test) => isMet(test, demanded))) return true
    tried += 1
    if (tried > MOST_WORLDS) return false
  }
  return false
}

const isMet = ({ condition, holdsWhen }: Test, world: World): boolean => holds(condition, world) === holdsWhen
