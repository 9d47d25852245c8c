import { calendarFaults, faultName } from '#agreements/calendar/calendar-faults.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { World } from '#domain/simulation/world.ts'
import { determinationsAs } from './level-of-predecessor.ts'
import { predecessorOf } from './predecessor.ts'
import { rulesBetween } from './rules-between.ts'

/**
 * A chain of catalogs from the one in force to the same with a candidate published, one change at a time. Each holds a
 * valid rule under the candidate's reference, which is its predecessor's but for the changes made so far; where that
 * would make a hole or an overlap in time, the change is made together with the next. The last holds the candidate.
 */
export const worldsBetween = (catalog: Catalog, candidate: Rule): readonly World[] => {
  const others = catalog.rules.filter((rule) => !isSameVersion(rule, candidate))
  const start = { ...catalog, rules: others }
  const predecessor = predecessorOf(start, candidate)
  const allowed = new Set([...faultsIn(others, candidate), ...faultsIn([...others, candidate], candidate)])
  const sound = (rule: Rule): boolean =>
    [...faultsIn([...others, rule], rule), ...faultsIn([...others, rule], candidate)].every((fault) =>
      allowed.has(fault),
    )
  return [
    { change: undefined, catalog: start },
    ...rulesBetween(predecessor, candidate, sound).map(({ change, rule, level }) => ({
      change,
      catalog: {
        ...start,
        rules: [...others, rule],
        determinations: level === 'was' ? determinationsAs(start, predecessor, rule) : start.determinations,
      },
    })),
  ]
}

const isSameVersion = ({ reference: a }: Rule, { reference: b }: Rule): boolean =>
  a.agreement === b.agreement && a.stage === b.stage && a.version === b.version

/** Holes and overlaps arise among the rules of one county only. */
const faultsIn = (rules: readonly Rule[], { file: { county } }: Rule): readonly string[] =>
  calendarFaults(rules.filter(({ file }) => file.county === county)).map(faultName)
