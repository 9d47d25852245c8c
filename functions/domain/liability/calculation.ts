import { add, compare, divide, type Fraction, fraction, multiply, roundTo, subtract, zero } from '../money/fraction.ts'
import type { Operand, Operation, Step } from './step.ts'

type Description = Pick<Step, 'text' | 'unit' | 'cites' | 'source' | 'rounding'>

/** Steps in the making: each new one reads the results of those before it by name. */
export type Calculation = {
  /** A number that comes from outside the calculation. */
  readonly given: (id: string, value: Fraction | undefined, description: Description) => Fraction | undefined
  /** The result of an operation on earlier steps; undefined as soon as one of them is. */
  readonly reckon: (
    id: string,
    operation: Exclude<Operation, 'given'>,
    from: readonly string[],
    description: Description,
  ) => Fraction | undefined
  readonly steps: () => readonly Step[]
}

export const calculation = (): Calculation => {
  const steps: Step[] = []
  const results = new Map<string, Fraction | undefined>()
  const keep = (step: Step): Fraction | undefined => {
    steps.push(step)
    results.set(step.id, step.exact)
    return step.exact
  }
  return {
    given: (id, value, description) =>
      keep({ id, operation: 'given', operands: [{ name: id, value }], exact: value, ...description }),
    reckon: (id, operation, from, description) => {
      const operands = from.map((step): Operand => ({ name: step, value: results.get(step), step }))
      return keep({ id, operation, operands, exact: resultOf(operation, operands, description), ...description })
    },
    steps: () => steps,
  }
}

/** What an operation makes of its operands; undefined as soon as one of them is. */
export const resultOf = (
  operation: Exclude<Operation, 'given'>,
  operands: readonly Operand[],
  { rounding }: Pick<Step, 'rounding'>,
): Fraction | undefined => {
  const values = operands.map(({ value }) => value).filter((value) => value !== undefined)
  const [first = zero, ...others] = values
  if (values.length < operands.length) return undefined
  switch (operation) {
    case 'add':
      return others.reduce(add, first)
    case 'subtract':
      return others.reduce(subtract, first)
    case 'multiply':
      return others.reduce(multiply, first)
    case 'divide':
      return others.some(({ n }) => n === 0n) ? undefined : others.reduce(divide, first)
    case 'round':
      return roundTo(first, rounding?.decimals ?? 0)
    case 'compare':
      return fraction(others.every((other) => compare(first, other) > 0) ? 1 : 0)
  }
}
