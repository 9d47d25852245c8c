import type { Liability } from '../liability/liability.ts'
import { type Figures, figuresOf, type Sum, sumIn } from '../simulation/figures.ts'

/** What a unit owes a region for a month under one agreement, whatever versions of it governed: what is closed and corrected as one. */
export type Account = {
  readonly agreement: string
  readonly municipality: string | undefined
  readonly district: string | undefined
}

/** The name of an account among those of a region's month. */
export const accountName = ({ agreement, municipality, district }: Account): string =>
  [agreement, municipality ?? '-', district ?? '-'].join('~')

/** The account that a liability belongs to; undefined where no known rule governs it. */
export const accountOf = ({ key: { rule, municipality, district } }: Liability): Account | undefined =>
  rule === undefined ? undefined : { agreement: rule.reference.agreement, municipality, district }

/** What an account comes to; undefined while any of it is not known, or waits for a review. */
export const accountTotal = (liabilities: readonly Liability[]): Sum | undefined => {
  if (liabilities.some(({ review }) => review === 'pending')) return undefined
  const figures: Figures | undefined = liabilities.length === 0 ? undefined : figuresOf(liabilities)
  return sumIn(figures)
}
