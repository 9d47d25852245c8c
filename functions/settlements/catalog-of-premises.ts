import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { parseExact } from '#domain/money/fraction.ts'
import { parseOre } from '#domain/money/ore.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Receipt } from '#schemas/settlement.ts'

/** All that was published of what a closed month rests on: its rule, and the premises that its receipt names. */
export const catalogOfPremises = (
  { dayAmounts, determinations }: Pick<Receipt['premises'], 'dayAmounts' | 'determinations'>,
  rule: Rule,
): Catalog => ({
  rules: [rule],
  events: [],
  determinations: determinations.map(({ value, ...made }) => withoutUndefined({ ...made, value: parseExact(value) })),
  dayAmounts: dayAmounts.map(({ year, amount, source, region }) =>
    withoutUndefined({ year, ore: parseOre(amount), source, region: region ?? undefined }),
  ),
})
