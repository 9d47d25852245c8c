import { showDecimal } from '#domain/money/decimal.ts'
import { exactly } from '#domain/money/fraction.ts'
import { formula as formulaSchema } from '#schemas/rule-file/model.ts'
import type { MadeDetermination } from '#store/declaration.ts'
import type { Measured } from '../lifecycle/measure-level.ts'

/** A determination as the API writes it, with what its formula gives today where that has been measured. */
export const determinationAnswer = (made: MadeDetermination, today?: Measured, preview = false) => {
  const formula = formulaSchema.parse(JSON.parse(made.formula))
  return {
    agreement: made.agreement,
    stage: made.stage,
    formula,
    value: made.value,
    exact: made.exact,
    episodes: made.episodes,
    readyDays: `${made.readyDays}`,
    undetermined: made.leftOut ?? 0,
    leftOutReason: made.leftOutReason ?? null,
    snapshot: made.snapshot,
    determinedBy: made.by,
    determinedAt: made.at,
    preview,
    now: today === undefined ? null : todayAnswer(made, today, formula.decimals),
  }
}

const todayAnswer = (made: MadeDetermination, { level, snapshot, undetermined }: Measured, decimals: number) => ({
  value: level === undefined ? null : showDecimal(level.rounded, decimals),
  exact: level === undefined ? null : exactly(level.value),
  episodes: level?.episodes ?? 0,
  readyDays: `${level?.readyDays ?? 0}`,
  undetermined,
  snapshot,
  isSame: snapshot === made.snapshot,
})
