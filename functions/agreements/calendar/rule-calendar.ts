import { FIRST_DAY } from '#agreements/faults/time-faults.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { claimingOn, datedRules, isPartyTo, ruleInForce } from '#domain/agreement/in-force.ts'
import type { Rule, RuleReference } from '#domain/agreement/rule.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { type CareType, careType, countyOf } from '#schemas/codes.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'

/** A time in which the same applies to a patient of some of a county's municipalities; without a last day when nothing ends it. */
export type Segment = {
  readonly careType: CareType
  /** The municipalities of the county that the segment is for; all of them unless agreements bind some only. */
  readonly municipalities: readonly string[]
  readonly from: CivilDate
  readonly until?: CivilDate
} & Applies

/** One agreement, the Act, something whose text is not known, or by mistake several rules at once. */
export type Applies =
  | { readonly basis: 'agreement' | 'act'; readonly rule: RuleReference }
  | { readonly basis: 'unknown'; readonly missing: string }
  | { readonly basis: 'overlap'; readonly rules: readonly RuleReference[] }

/**
 * What applies in a county on every day from the Act's first, under the events that are declared; nothing as long as the Act
 * itself was not published, since what applies without an agreement is not known then.
 */
export const ruleCalendar = (catalog: Catalog, region: string): readonly Segment[] => {
  const rules = catalog.rules.filter(({ file }) => file.county === undefined || file.county === region)
  if (rules.every(({ file }) => file.county !== undefined)) return []
  const ofRegion: Catalog = { ...catalog, rules }
  const starts = startsIn(ofRegion)
  return careType.options.flatMap((type) =>
    alikeMunicipalities(rules, region).flatMap((codes) =>
      merged(
        starts.map((from, index) => {
          const next = starts[index + 1]
          const applies = appliesOn(ofRegion, region, codes[0] ?? '', type, from)
          const segment = { careType: type, municipalities: codes, from, ...applies }
          return next === undefined ? segment : { ...segment, until: addDays(next, -1) }
        }),
      ),
    ),
  )
}

/** The municipalities of a county in groups that the same rules bind. */
const alikeMunicipalities = (rules: readonly Rule[], region: string): readonly (readonly string[])[] => {
  const codes = Object.keys(municipalities).filter((code) => countyOf(code) === region)
  const bound = (municipality: string) => rules.map((rule) => (isPartyTo(rule, { municipality }) ? '1' : '0')).join('')
  return [...Map.groupBy(codes, bound).values()]
}

/** Every day on which anything can change: the first days of rules and of unknown times, and the days after their last. */
const startsIn = (catalog: Catalog): readonly CivilDate[] => {
  const spans = [
    ...datedRules(catalog, catalog.rules).map(({ validity }) => validity),
    ...catalog.rules.flatMap(({ file }) => file.unknownPeriods),
  ]
  const days = spans.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [addDays(until, 1)]),
  ])
  return [...new Set([FIRST_DAY, ...days.filter((day) => day > FIRST_DAY)])].sort()
}

const appliesOn = (catalog: Catalog, region: string, municipality: string, type: CareType, on: CivilDate): Applies => {
  const agreed = catalog.rules.filter((rule) => rule.file.county !== undefined && isPartyTo(rule, { municipality }))
  const claiming = claimingOn(datedRules(catalog, agreed), type, on)
  if (claiming.length > 1) return { basis: 'overlap', rules: claiming.map(({ reference }) => reference) }
  const answer = ruleInForce(catalog, { region, municipality, careType: type, dischargedOn: on })
  if (!answer.known) return { basis: 'unknown', missing: answer.missing }
  return { basis: answer.rule.file.county === undefined ? 'act' : 'agreement', rule: answer.rule.reference }
}

/** Neighbours under which the same applies are one segment. */
const merged = (segments: readonly Segment[]): readonly Segment[] => {
  const told: Segment[] = []
  for (const segment of segments) {
    const last = told.at(-1)
    if (last === undefined || nameOf(last) !== nameOf(segment)) told.push(segment)
    else told.splice(-1, 1, { ...segment, from: last.from })
  }
  return told
}

const nameOf = (segment: Segment): string => {
  switch (segment.basis) {
    case 'unknown':
      return segment.missing
    case 'overlap':
      return segment.rules.map(({ sha256, version }) => `${sha256} ${version}`).join(' ')
    default:
      return `${segment.rule.agreement} ${segment.rule.stage}.${segment.rule.version}`
  }
}
