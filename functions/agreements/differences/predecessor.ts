import { type Catalog, declaredOn } from '#domain/agreement/catalog.ts'
import { rulesClaiming } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { validityOf } from '#domain/agreement/validity.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'

/**
 * What a new version is held against: the newest version of its stage, else the stage of its agreement in force just
 * before its first day, else the Act. Throws when the catalog holds none of them.
 */
export const predecessorOf = (catalog: Catalog, candidate: Rule): Rule => {
  const { agreement, stage } = candidate.reference
  const ofAgreement = catalog.rules.filter(({ reference }) => reference.agreement === agreement)
  const versions = ofAgreement.filter(({ reference }) => reference.stage === stage)
  const first = firstDayOf(catalog, candidate)
  const act = catalog.rules.filter(({ file }) => file.county === undefined)
  const found =
    newest(versions) ??
    newest(claiming(catalog, ofAgreement, candidate, addDays(first, -1))) ??
    newest(claiming(catalog, act, candidate, first)) ??
    newest(act)
  if (found === undefined) throw new RangeError('The catalog holds nothing that a version could follow')
  return found
}

const newest = (rules: readonly Rule[]): Rule | undefined =>
  rules.toSorted((a, b) => Number(a.reference.version) - Number(b.reference.version)).at(-1)

const claiming = (catalog: Catalog, rules: readonly Rule[], { file }: Rule, on: CivilDate): readonly Rule[] =>
  file.careTypes.flatMap((careType) => rulesClaiming(catalog, rules, careType, on))

/** While the event that begins it is not declared, the earliest day that it could begin. */
const firstDayOf = (catalog: Catalog, { reference, file }: Rule): CivilDate => {
  const { from } = file.inForce
  const validity = validityOf(reference.agreement, file.inForce, (of, event) => declaredOn(catalog, of, event))
  return validity?.from ?? (typeof from === 'string' ? from : from.notBefore)
}
