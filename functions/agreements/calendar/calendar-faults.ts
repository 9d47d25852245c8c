import type { Catalog } from '#domain/agreement/catalog.ts'
import { claimingOn, type DatedRule, datedRules, unknownPeriod } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { type CareType, careType } from '#schemas/codes.ts'

/** A day on which the rules of a county do not say exactly one thing: the rule that makes it so, and the one it meets. */
export type CalendarFault = {
  readonly kind: 'stages-overlap' | 'stage-shadowed' | 'hole-between-stages'
  readonly rule: Rule
  /** The other rule; of a hole there is none. */
  readonly other?: Rule
  readonly careType: CareType
  readonly on: CivilDate
}

type Events = Catalog['events']

/**
 * Every overlap and every hole in time among rules: two that claim the same county, municipality, care type and day, or a
 * day without a rule between two stages of one agreement. Looked for with the events that are declared, with none, and
 * with all declared in good time.
 */
export const calendarFaults = (rules: readonly Rule[], declared: Events = []): readonly CalendarFault[] => {
  const faults = [...Map.groupBy(rules, ({ file }) => file.county).values()].flatMap((ofCounty) =>
    scenariosOf(ofCounty, declared).flatMap((events) => {
      const dated = datedRules({ events }, ofCounty)
      return careType.options.flatMap((type) => [...overlaps(dated, type), ...holes(dated, type)])
    }),
  )
  return [...new Map(faults.map((fault) => [faultName(fault), fault])).values()]
}

/** A fault's name among those of other sets of rules: the same when it stands between the same versions on the same day. */
export const faultName = ({ kind, rule, other, careType: type, on }: CalendarFault): string =>
  [kind, ruleName(rule), other === undefined ? '' : ruleName(other), type, on].join(' ')

/** A rule version as people speak of it: agreement, stage and version. */
export const ruleName = ({ reference: { agreement, stage, version } }: Rule): string =>
  `${agreement} ${stage}.${version}`

/** What may be declared: what is, nothing, and everything before anyone waits for it, each where it differs. */
const scenariosOf = (rules: readonly Rule[], declared: Events): readonly Events[] => {
  const events = rules.flatMap(({ reference, file }) =>
    [file.inForce.from, file.inForce.until].flatMap((boundary) =>
      typeof boundary === 'object'
        ? [{ agreement: reference.agreement, event: boundary.event, on: BEFORE_ANY_AGREEMENT }]
        : [],
    ),
  )
  if (events.length === 0) return [[]]
  return declared.length === 0 ? [[], events] : [declared, [], events]
}

const BEFORE_ANY_AGREEMENT = '2017-12-31'

const overlaps = (rules: readonly DatedRule[], type: CareType): readonly CalendarFault[] =>
  startsOf(rules, type).flatMap((on) => {
    const claiming = claimingOn(rules, type, on)
    return claiming.flatMap((rule, index) =>
      claiming
        .slice(0, index)
        .filter((other) => shareMunicipality(rule, other))
        .map((other): CalendarFault => {
          const kind =
            isShadowed(rules, rule, other) || isShadowed(rules, other, rule) ? 'stage-shadowed' : 'stages-overlap'
          return { kind, rule, other, careType: type, on }
        }),
    )
  })

/** Two agreements of one county may each bind municipalities of their own. */
const shareMunicipality = (a: Rule, b: Rule): boolean => {
  const [first, second] = [a, b].map(({ file }) => file.parties?.municipalities)
  if (typeof first !== 'object' || typeof second !== 'object') return true
  return first.some((code) => second.includes(code))
}

/** Whether all the time of one stage lies within another's of the same agreement. */
const isShadowed = (rules: readonly DatedRule[], rule: Rule, by: Rule): boolean => {
  if (rule.reference.agreement !== by.reference.agreement) return false
  const inner = rules.find((dated) => dated.rule === rule)?.validity
  const outer = rules.find((dated) => dated.rule === by)?.validity
  if (inner === undefined || outer === undefined || inner.from < outer.from) return false
  return outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until)
}

const holes = (rules: readonly DatedRule[], type: CareType): readonly CalendarFault[] =>
  [...Map.groupBy(rules, ({ rule }) => rule.reference.agreement).values()].flatMap((ofAgreement) =>
    startsOf(ofAgreement, type)
      .slice(1)
      .flatMap((on): readonly CalendarFault[] => {
        const before = addDays(on, -1)
        const [rule] = claimingOn(ofAgreement, type, on)
        if (rule === undefined || claimingOn(ofAgreement, type, before).length > 0) return []
        const isKnown =
          unknownPeriod(
            ofAgreement.map((dated) => dated.rule),
            { careType: type, dischargedOn: before },
          ) !== undefined
        return isKnown ? [] : [{ kind: 'hole-between-stages', rule, careType: type, on: before }]
      }),
  )

/** The days on which a rule begins to claim a care type, in order: where anything can go wrong, it begins on one of them. */
const startsOf = (rules: readonly DatedRule[], type: CareType): readonly CivilDate[] =>
  [
    ...new Set(rules.filter(({ rule }) => rule.file.careTypes.includes(type)).map(({ validity }) => validity.from)),
  ].sort()
