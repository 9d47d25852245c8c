import type { Liability } from '../liability/liability.ts'
import { type Figures, figuresOf, type Sum, sumIn } from '../simulation/figures.ts'

/** What a unit owes a region for a month under one agreement, whatever versions of it governed: what is closed and corrected as one. */
type Account = {
  readonly agreement: string
  readonly municipality: string | undefined
  readonly district: string | undefined
}

/** The name of an account among those of a region's month. */
export const accountName = ({ agreement, municipality, district }: Account): string =>
  [agreement, municipality ?? '-', district ?? '-'].join('~')

/** A part of such a name; undefined where none is recorded. */
export const recordedPart = (part: string): string | undefined => (part === '-' ? undefined : part)

/** The name of the account that a liability belongs to; undefined where no known rule governs it. */
export const accountNameOf = ({ key: { rule, municipality, district } }: Liability): string | undefined =>
  rule === undefined ? undefined : accountName({ agreement: rule.reference.agreement, municipality, district })

/** What an account comes to; undefined while any of it is not known, or waits for a review. */
export const accountTotal = (liabilities: readonly Liability[]): Sum | undefined => {
  if (liabilities.some(({ review }) => review === 'pending')) return undefined
  const figures: Figures | undefined = liabilities.length === 0 ? undefined : figuresOf(liabilities)
  return sumIn(figures)
}
