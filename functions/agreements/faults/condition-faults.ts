import type { World } from '#domain/agreement/condition-facts.ts'
import { holds } from '#domain/agreement/evaluate-closures.ts'
import type { Condition } from '#schemas/rule-file/condition.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import { comparisonsIn, worldsOf } from './condition-worlds.ts'
import type { Path, PathFault } from './file-fault.ts'

/** How many different episodes, and how many comparisons, one condition may tell apart before nobody can check it. */
const MOST_WORLDS = 5_000
const MOST_COMPARISONS = 60
/** The same for all conditions of a file together. */
const MOST_WORLDS_IN_ALL = 150_000

/** Every condition, or group in one, that no episode or every episode meets; and those too complex to tell. */
export const conditionFaults = ({ preconditions, exclusions, flags }: RuleFile): readonly PathFault[] => {
  const budget = { worlds: MOST_WORLDS_IN_ALL }
  return [
    ...preconditions.flatMap(({ holds }, index) => faultsIn(holds, ['preconditions', index, 'holds'], budget)),
    ...exclusions.flatMap(({ when }, index) => faultsIn(when, ['exclusions', index, 'when'], budget)),
    ...flags.flatMap(({ when }, index) => faultsIn(when, ['flags', index, 'when'], budget)),
  ]
}

/** Sound conditions are told after a few worlds; what is left of the budget is for those that are not. */
type Budget = { worlds: number }

const faultsIn = (condition: Condition, path: Path, budget: Budget): readonly PathFault[] => {
  const { count, worlds } = worldsOf([condition])
  if (budget.worlds < 0 || count > MOST_WORLDS || comparisonsIn(condition).length > MOST_COMPARISONS)
    return [{ path, rule: 'condition-too-complex', details: { most: MOST_COMPARISONS } }]
  const parts = partsOf(condition, path)
  let open = parts
  for (const world of worlds) {
    budget.worlds -= 1
    for (const part of open) observe(part, world)
    open = open.filter(({ seen }) => !(seen.met && seen.missed))
    if (open.length === 0) return []
  }
  return innermost(open).map(({ path: at, seen }) => ({
    path: at,
    rule: seen.met ? 'condition-always-holds' : 'condition-never-holds',
  }))
}

type Observed = { readonly path: Path; readonly condition: Condition; readonly seen: { met: boolean; missed: boolean } }

const partsOf = (condition: Condition, path: Path): readonly Observed[] => [
  { path, condition, seen: { met: false, missed: false } },
  ...groupIn(condition).flatMap(([name, parts]) =>
    parts.flatMap((part, index) => partsOf(part, [...path, name, index])),
  ),
]

const groupIn = (condition: Condition): readonly (readonly ['all' | 'any', readonly Condition[]])[] => {
  if ('all' in condition) return [['all', condition.all]]
  return 'any' in condition ? [['any', condition.any]] : []
}

const observe = ({ condition, seen }: Observed, world: World): void => {
  if (holds(condition, world)) seen.met = true
  else seen.missed = true
}

/** A group is told only when none of its parts is already at fault by itself. */
const innermost = (faulty: readonly Observed[]): readonly Observed[] =>
  faulty.filter(
    ({ path }) =>
      !faulty.some((other) => other.path.length > path.length && path.every((step, i) => step === other.path[i])),
  )
