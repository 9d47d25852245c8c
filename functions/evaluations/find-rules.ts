import type { LoadRule } from '#agreements/load-catalog.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { rulesClaiming } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { RuleFault } from '#http/fault-reasons.ts'
import type { EvaluatedRule } from '#schemas/evaluation.ts'
import type { PlacedFault } from '#schemas/problem.ts'
import type { RuleReads } from '#store/rule-store.ts'
import { loadNamed } from '../lifecycle/find-version.ts'
import { draftFaults } from '../rules/draft-faults.ts'
import type { Case } from './evaluate-under.ts'

/** Where named rules are found: what is in force, and every version that is stored. */
export type RuleSources = {
  readonly catalog: Catalog
  readonly rules: Pick<RuleReads, 'publications'>
  readonly loadRule: LoadRule
}

/** The rules that a request names, drafts compiled; or a fault for each that there is none of, and every fault of a draft. */
export type FoundRules =
  | { readonly ok: true; readonly rules: readonly Rule[] }
  | { readonly ok: false; readonly faults: readonly (RuleFault | PlacedFault)[] }

export const findRules = async (
  sources: RuleSources,
  named: readonly EvaluatedRule[],
  cases: readonly Case[],
): Promise<FoundRules> => {
  const found = await Promise.all(named.map((name, index) => findRule(sources, name, `/rules/${index}`, cases)))
  const faults = found.flatMap((each) => ('faults' in each ? each.faults : []))
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, rules: found.flatMap((each) => ('rule' in each ? [each.rule] : [])) }
}

type Found = { readonly rule: Rule } | { readonly faults: readonly (RuleFault | PlacedFault)[] }

const findRule = async (
  sources: RuleSources,
  named: EvaluatedRule,
  pointer: string,
  cases: readonly Case[],
): Promise<Found> => {
  if (typeof named !== 'string') {
    const parsed = parseRule(named.draft, DRAFT)
    return parsed.ok ? { rule: parsed.rule } : { faults: draftFaults(`${pointer}/draft`, parsed.faults) }
  }
  const rule = /[~/]/.test(named) ? await loadNamed(sources, named) : ofAgreement(sources.catalog, named, cases)
  return rule === undefined ? { faults: [{ pointer, rule: 'unknown-rule' }] } : { rule }
}

const DRAFT = 'draft'

/** An agreement by its version in force on the last day of discharge, else by its newest. */
const ofAgreement = (catalog: Catalog, agreement: string, cases: readonly Case[]): Rule | undefined => {
  const own = catalog.rules.filter(({ reference }) => reference.agreement === agreement)
  return inForceLast(catalog, own, cases) ?? own.toSorted(byAge).at(-1)
}

/** The version in force on the last day of discharge among the episodes, for the care of that episode. */
const inForceLast = (catalog: Catalog, own: readonly Rule[], cases: readonly Case[]): Rule | undefined => {
  const discharged = cases.flatMap(({ facts: { careType, discharge } }) =>
    discharge === undefined ? [] : [{ careType, on: discharge.on }],
  )
  const last = discharged.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
  return last === undefined ? undefined : rulesClaiming(catalog, own, last.careType, last.on)[0]
}

const byAge = ({ reference: a }: Rule, { reference: b }: Rule): number =>
  Number(a.stage) - Number(b.stage) || Number(a.version) - Number(b.version)
