import { showDecimal } from '#domain/money/decimal.ts'
import { fraction } from '#domain/money/fraction.ts'
import type { Counts } from '#domain/statistics/counts.ts'
import type { LiabilityFigures } from '#domain/statistics/figure-row.ts'
import type { Row } from '#schemas/statistics/column.ts'

/** The stays that count, their ready days, and the two means, each with its n. */
export const stayCells = ({ dayZero, oneDayOrMore, readyDays }: Counts): Row => ({
  discharged: dayZero + oneDayOrMore,
  day_zero: dayZero,
  one_day_or_more: oneDayOrMore,
  ready_days: readyDays,
  mean_with_day_zero: quotient(readyDays, dayZero + oneDayOrMore),
  n_with_day_zero: dayZero + oneDayOrMore,
  mean_without_day_zero: quotient(readyDays, oneDayOrMore),
  n_without_day_zero: oneDayOrMore,
})

/** The cells of a liability; empty on a row that has none. */
export const liabilityCells = (liability: LiabilityFigures | undefined): Row => ({
  free_days: liability?.freeDays ?? null,
  agreement_mean: liability?.mean ?? null,
  agreement_n: liability?.n ?? null,
  liable: yesOrNo(liability?.liable ?? null),
  liable_days: liability?.days ?? null,
  amount: liability?.amount ?? null,
  corrected_days: liability?.correctedDays ?? null,
  corrected_amount: liability?.correctedAmount ?? null,
  status: liability?.status ?? null,
  billing: liability?.billing ?? null,
  review: liability?.review ?? null,
})

/** A quotient of counts with four decimals, half up; null where there is nothing to divide by. */
export const quotient = (n: number, d: number): string | null => (d === 0 ? null : showDecimal(fraction(n, d), 4))

const yesOrNo = (liable: boolean | null): string | null => (liable === null ? null : liable ? 'yes' : 'no')
