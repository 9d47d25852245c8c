import type { Catalog } from '#domain/agreement/catalog.ts'
import { rulesClaiming } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { validityOf } from '#domain/agreement/validity.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { type CareType, careType } from '#schemas/codes.ts'

/** A day on which the rules of a county do not say exactly one thing, and the rule that makes it so. */
export type CalendarFault = { readonly rule: Rule; readonly message: string }

type Event = Catalog['events'][number]

/**
 * Every overlap and every hole in time among rules: two that claim the same county, care type and day, or a day without a
 * rule between two stages of one agreement. Looked for with no event declared, and with all declared in good time.
 */
export const calendarFaults = (rules: readonly Rule[]): readonly CalendarFault[] => {
  const faults = [[], eventsInTime(rules)].flatMap((events) => {
    const catalog: Catalog = { rules, events, determinations: [], dayAmounts: [] }
    return [...Map.groupBy(rules, ({ file }) => file.county).values()].flatMap((ofCounty) =>
      careType.options.flatMap((type) => [...overlaps(catalog, ofCounty, type), ...holes(catalog, ofCounty, type)]),
    )
  })
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()]
}

const overlaps = (catalog: Catalog, rules: readonly Rule[], type: CareType): readonly CalendarFault[] =>
  startsOf(catalog, rules, type).flatMap((on) => {
    const [first, second] = rulesClaiming(catalog, rules, type, on)
    if (first === undefined || second === undefined) return []
    return [{ rule: second, message: `${nameOf(first)} and ${nameOf(second)} both claim ${type} care on ${on}` }]
  })

const holes = (catalog: Catalog, rules: readonly Rule[], type: CareType): readonly CalendarFault[] =>
  [...Map.groupBy(rules, ({ reference }) => reference.agreement).values()].flatMap((ofAgreement) =>
    startsOf(catalog, ofAgreement, type)
      .slice(1)
      .flatMap((on) => {
        const before = addDays(on, -1)
        const [rule] = rulesClaiming(catalog, ofAgreement, type, on)
        if (rule === undefined || rulesClaiming(catalog, ofAgreement, type, before).length > 0) return []
        return [{ rule, message: `no stage of ${rule.reference.agreement} claims ${type} care on ${before}` }]
      }),
  )

/** The days on which a rule begins to claim a care type, in order: where anything can go wrong, it begins on one of them. */
const startsOf = (catalog: Catalog, rules: readonly Rule[], type: CareType): readonly CivilDate[] =>
  [
    ...new Set(
      rules
        .filter(({ file }) => file.careTypes.includes(type))
        .flatMap((rule) => validityIn(catalog, rule)?.from ?? []),
    ),
  ].sort()

const validityIn = ({ events }: Catalog, { reference, file }: Rule) =>
  validityOf(
    reference.agreement,
    file.inForce,
    (agreement, name) => events.find((event) => event.agreement === agreement && event.event === name)?.on,
  )

/** Every event, declared before anyone waits for it: each boundary then falls on its own earliest date. */
const eventsInTime = (rules: readonly Rule[]): Event[] =>
  rules.flatMap(({ reference, file }) =>
    [file.inForce.from, file.inForce.until].flatMap((boundary) =>
      typeof boundary === 'object'
        ? [{ agreement: reference.agreement, event: boundary.event, on: BEFORE_ANY_AGREEMENT }]
        : [],
    ),
  )

const BEFORE_ANY_AGREEMENT = '2017-12-31'

const nameOf = ({ reference: { agreement, stage, version } }: Rule): string => `${agreement} ${stage}.${version}`
