import { parseDayAmounts } from '#agreements/parse-day-amounts.ts'
import { isDefinition } from '#agreements/parse-definition.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import type { ShippedFile } from '#agreements/read-shipped.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'

/** The shipped rule files, without the day amounts and the definitions. */
export const shippedRuleFiles: readonly ShippedFile[] = shippedRules('rules').filter(
  ({ yaml }) => !yaml.includes('dayAmounts: national') && !isDefinition(yaml),
)

/** A rule from its text; throws with every fault when it has one. */
export const ruleFrom = ({ path, yaml }: ShippedFile, version = '1'): Rule => {
  const parsed = parseRule(yaml, version)
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.faults)}`)
  return parsed.rule
}

/** Every shipped rule. */
export const shipped: readonly Rule[] = shippedRuleFiles.map((file) => ruleFrom(file))

/** The shipped rule of an agreement's stage. */
export const theRule = (agreement: string, stage = '1'): Rule => {
  const rule = shipped.find(({ reference }) => reference.agreement === agreement && reference.stage === stage)
  if (rule === undefined) throw new Error(`No shipped rule ${agreement} ${stage}`)
  return rule
}

const national = shippedRules('rules')
  .map(({ yaml }) => parseDayAmounts(yaml))
  .find(({ ok }) => ok)

/** The shipped rules and national day amounts; nothing is declared or determined but what matters. */
export const theShippedCatalog = (changes: Partial<Catalog> = {}): Catalog => ({
  rules: shipped,
  events: [],
  determinations: [],
  dayAmounts: national?.ok === true ? national.dayAmounts : [],
  ...changes,
})

/** A catalog of tested rules, with a price of 1 000.00 a day in 2020 and 2 000.00 in 2021. */
export const aCatalog = (rules: readonly Rule[], changes: Partial<Catalog> = {}): Catalog => ({
  rules,
  events: [],
  determinations: [],
  dayAmounts: [
    { year: 2020, ore: 1_000_00n, source: 'the test' },
    { year: 2021, ore: 2_000_00n, source: 'the test' },
  ],
  ...changes,
})
