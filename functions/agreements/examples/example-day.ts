import { rulesClaiming, unknownPeriod } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { DayExample } from '#schemas/rule-file/example.ts'

/**
 * Whether a rule, taken by itself, is in force on an example's day for a patient of its county; and, where it is not, what
 * its file says is known to have applied.
 */
export const dayOutcome = (rule: Rule, { on, careType = rule.file.careTypes[0], events = {} }: DayExample) => {
  const { agreement } = rule.reference
  const declared = Object.entries(events).map(([event, date]) => ({ agreement, event, on: date }))
  const catalog = { rules: [rule], events: declared, determinations: [], dayAmounts: [] }
  const type = careType ?? 'somatic'
  const governs = rulesClaiming(catalog, [rule], type, on).length > 0
  const hole = governs ? undefined : unknownPeriod([rule], { careType: type, dischargedOn: on })
  return { governs, missing: hole === undefined ? [] : [hole.missing] }
}
