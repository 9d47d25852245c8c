import type { Rule } from '#domain/agreement/rule.ts'
import { determineLevel, formulaOf } from '#domain/liability/determine-level.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import type { DeterminationExample } from '#schemas/rule-file/example.ts'

/** The value that a rule's determined level gets from an example's stays, as it is shown; null where none of them counts. */
export const determinationOutcome = ({ file: { model } }: Rule, { population }: DeterminationExample) => {
  const formula = model.kind === 'average' ? formulaOf(model.level) : undefined
  const stays = population.map(({ out, readyDays }) => ({ on: out, readyDays }))
  const determined = formula === undefined ? undefined : determineLevel(formula, stays)
  if (formula === undefined || determined === undefined) return { determined: null }
  return { determined: showDecimal(determined.rounded, formula.decimals) }
}
