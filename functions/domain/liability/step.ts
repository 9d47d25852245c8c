import type { Text } from '#schemas/text.ts'
import type { Fraction } from '../money/fraction.ts'

/** What a step does with its operands, in order; `compare` asks whether the first is above the second: 1 is yes, 0 is no. */
export type Operation = 'given' | 'add' | 'subtract' | 'multiply' | 'divide' | 'round' | 'compare'

/** One number that goes into a step: where it comes from, and its exact value; undefined while it is not known. */
export type Operand = { readonly name: string; readonly value: Fraction | undefined; readonly step?: string }

/** One step of a calculation, enough to redo it by hand. */
export type Step = {
  readonly id: string
  readonly text: Text
  readonly operation: Operation
  readonly operands: readonly Operand[]
  readonly exact: Fraction | undefined
  readonly unit: 'episodes' | 'days' | 'days per episode' | 'SEK per day' | 'SEK' | 'yes or no'
  /** Set where the calculation itself rounds; rounding for show is not a step. */
  readonly rounding?: { readonly decimals: number; readonly mode: 'half-up' }
  readonly cites?: string
  readonly source?: string
}
