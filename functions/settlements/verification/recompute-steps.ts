import { resultOf } from '#domain/liability/calculation.ts'
import type { Operand } from '#domain/liability/step.ts'
import { type Fraction, parseExact } from '#domain/money/fraction.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Receipt, ReceiptStep } from '#schemas/settlement.ts'
import type { Text } from '#schemas/text.ts'
import { stepAnswer } from '../../liabilities/step-answer.ts'
import { jsonDifferences } from './json-differences.ts'
import { partDiffers, stepDoubled } from './words.ts'

/** What is wrong with the steps of a receipt, redone one by one from the given numbers, and with the figures they end in. */
export const stepDeviations = ({ steps, liability: { days, amount } }: Pick<Receipt, 'steps' | 'liability'>) => {
  const results = new Map<string, Fraction | undefined>()
  const deviations: Text[] = []
  let shown = new Map<string, string | null>()
  for (const step of steps) {
    if (results.has(step.id)) deviations.push(stepDoubled(step.id))
    const redone = redo(step, results)
    results.set(step.id, redone.exact)
    const answer = stepAnswer(redone)
    shown = shown.set(step.id, answer.shown)
    deviations.push(...jsonDifferences(step, answer, `steps.${step.id}`).map(partDiffers))
  }
  const ends = { days: shown.get('days'), amount: shown.get('amount') }
  return [...deviations, ...jsonDifferences({ days, amount }, ends, 'liability').map(partDiffers)]
}

const redo = (step: ReceiptStep, results: ReadonlyMap<string, Fraction | undefined>) => {
  const { id, text, operation, unit, rounding, cites, source } = step
  const operands = step.operands.map(({ name, value, step: from }): Operand => {
    if (from !== null) return { name, value: results.get(from), step: from }
    return { name, value: value === null ? undefined : parseExact(value) }
  })
  const details = { rounding: rounding ?? undefined, cites: cites ?? undefined, source: source ?? undefined }
  const described = { id, text, operation, operands, unit, ...withoutUndefined(details) }
  const exact = operation === 'given' ? operands[0]?.value : resultOf(operation, operands, described)
  return { ...described, exact }
}
