import type { Step } from '#domain/liability/step.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import { exactly, type Fraction } from '#domain/money/fraction.ts'

/** A step as the contract writes it: exact values as `n` or `n/d`, and one rounded for people. */
export const stepAnswer = (step: Step) => ({
  id: step.id,
  text: step.text,
  operation: step.operation,
  operands: step.operands.map(({ name, value, step: from }) => ({
    name,
    value: value === undefined ? null : exactly(value),
    step: from ?? null,
  })),
  exact: step.exact === undefined ? null : exactly(step.exact),
  shown: step.exact === undefined ? null : shown(step.exact, step.unit),
  unit: step.unit,
  rounding: step.rounding ?? null,
  cites: step.cites ?? null,
  source: step.source ?? null,
})

const shown = (value: Fraction, unit: Step['unit']): string => {
  switch (unit) {
    case 'episodes':
    case 'yes or no':
      return exactly(value)
    case 'days per episode':
      return showDecimal(value, 4)
    case 'days':
    case 'SEK':
    case 'SEK per day':
      return showDecimal(value, 2)
  }
}
