import { type Catalog, type DayAmount, type Determination, determinationOf } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { formulasIn } from '#domain/liability/determine-level.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { nationalAmounts } from '#domain/liability/money.ts'

/** The national amounts that a liability's figures are made with, and no other: changing any of them would change a figure. */
export const dayAmountsBehind = (
  { key: { rule, region }, pricedYears }: Liability,
  catalog: Catalog,
): readonly DayAmount[] => {
  if (rule !== undefined && 'own' in rule.file.amount) return []
  const amountOf = nationalAmounts(catalog, region)
  return pricedYears.flatMap((year) => amountOf(year) ?? [])
}

/** What was determined for the levels of a rule and of its other readings, each once. */
export const determinationsBehind = (
  { reference, file, alternatives }: Rule,
  catalog: Catalog,
): readonly Determination[] => {
  const models = [file.model, ...alternatives.map(({ model }) => model)]
  const formulas = models.flatMap((model) => (model.kind === 'average' ? formulasIn(model.level) : []))
  return [...new Set(formulas.flatMap((formula) => determinationOf(catalog, reference, formula) ?? []))]
}
