import { type CareType, countyOf } from '#schemas/codes.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import { type Catalog, declaredOn } from './catalog.ts'
import type { Rule } from './rule.ts'
import { isWithin, type Validity, validityOf } from './validity.ts'

/** What must be known before the rule in force can be picked. */
export type Question = {
  /** The region whose hospital sent the episode. */
  readonly region: string
  readonly municipality: string
  readonly careType: CareType
  readonly dischargedOn: CivilDate
}

/** The rule in force; or what is known to have applied without its text being known. */
export type InForceAnswer =
  | { readonly known: true; readonly rule: Rule; readonly agreementRegistered: boolean }
  | { readonly known: false; readonly missing: string; readonly unit: 'municipality' | 'district' }

/**
 * The rule that governs an episode wholly: the county's agreement on the day of discharge where the liable municipality
 * is a party and the stage covers the care type, else the Act. Throws when two stages claim the same day.
 */
export const ruleInForce = (catalog: Catalog, question: Question): InForceAnswer => {
  const ofCounty = catalog.rules.filter(({ file }) => file.county === question.region)
  const agreed = applying(catalog, ofCounty, question)
  const own = ofCounty.filter((rule) => isPartyTo(rule, question))
  const hole = agreed === undefined ? unknownPeriod(own, question) : undefined
  if (hole !== undefined) return hole
  const act = catalog.rules.filter(({ file }) => file.county === undefined)
  const rule = agreed ?? applying(catalog, act, question)
  if (rule !== undefined) return { known: true, rule, agreementRegistered: isRegistered(catalog, question) }
  const before = unknownPeriod(act, question)
  if (before === undefined) throw new Error(`No rule and no known gap for a discharge on ${question.dischargedOn}`)
  return before
}

/** Whether a rule binds a municipality; the Act, which names no parties, binds them all. */
const isPartyTo = ({ file }: Rule, { municipality }: Question): boolean => {
  if (file.parties === undefined) return true
  const { municipalities } = file.parties
  return municipalities === 'all-in-county'
    ? countyOf(municipality) === file.county
    : municipalities.includes(municipality)
}

/** True unless the region's own county has registered no agreement at all; patients from elsewhere ask for none. */
const isRegistered = (catalog: Catalog, { region, municipality }: Question): boolean =>
  countyOf(municipality) !== region || catalog.rules.some(({ file }) => file.county === region)

/** Parties are asked for last: a version that no longer names a municipality does not leave it to an earlier one. */
const applying = (catalog: Catalog, rules: readonly Rule[], question: Question): Rule | undefined => {
  const [rule, ...others] = rulesClaiming(catalog, rules, question.careType, question.dischargedOn).filter((claiming) =>
    isPartyTo(claiming, question),
  )
  if (others.length > 0) throw new Error(`Two rules claim ${question.dischargedOn}: ${rule?.reference.agreement}`)
  return rule
}

/** The rules among some that claim a care type on a day, each stage by the version in force; more than one is a fault. */
export const rulesClaiming = (
  catalog: Catalog,
  rules: readonly Rule[],
  careType: CareType,
  on: CivilDate,
): readonly Rule[] =>
  latestBegun(catalog, rules, on)
    .filter(({ rule, validity }) => rule.file.careTypes.includes(careType) && isWithin(validity, on))
    .map(({ rule }) => rule)

type Dated = { readonly rule: Rule; readonly validity: Validity }

/** Of each stage the version that began last: it supersedes the earlier ones, and its end revives none of them. */
const latestBegun = (catalog: Catalog, rules: readonly Rule[], on: CivilDate): readonly Dated[] => {
  const latest = new Map<string, Dated>()
  for (const rule of rules) {
    const { agreement, stage } = rule.reference
    const validity = validityOf(agreement, rule.file.inForce, (of, event) => declaredOn(catalog, of, event))
    if (validity === undefined || validity.from > on) continue
    const key = `${agreement} ${stage}`
    const other = latest.get(key)
    if (other === undefined || supersedes({ rule, validity }, other)) latest.set(key, { rule, validity })
  }
  return [...latest.values()]
}

const supersedes = (a: Dated, b: Dated): boolean =>
  a.validity.from === b.validity.from
    ? Number(a.rule.reference.version) > Number(b.rule.reference.version)
    : a.validity.from > b.validity.from

/** What some rules say is known to have applied on a day without its text being known. */
export const unknownPeriod = (
  rules: readonly Rule[],
  { careType, dischargedOn }: Pick<Question, 'careType' | 'dischargedOn'>,
): (InForceAnswer & { known: false }) | undefined => {
  for (const { file } of rules)
    for (const period of file.unknownPeriods)
      if (
        period.careTypes.includes(careType) &&
        (period.from === undefined || period.from <= dischargedOn) &&
        dischargedOn <= period.until
      )
        return { known: false, missing: period.missing, unit: file.unit }
  return undefined
}
