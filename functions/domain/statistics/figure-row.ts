import type { CareType } from '#schemas/codes.ts'
import type { RuleReference } from '../agreement/rule.ts'
import type { Counts } from './counts.ts'
import type { CountedReason } from './tally.ts'

/** What the liability of a row comes to, as the API shows it; null where it is not known or there is none. */
export type LiabilityFigures = {
  readonly freeDays: string | null
  readonly mean: string | null
  readonly n: number | null
  readonly liable: boolean | null
  readonly days: string | null
  readonly amount: string | null
  readonly correctedDays: string | null
  readonly correctedAmount: string | null
  readonly status: 'preliminary' | 'final'
  readonly billing: string | null
  readonly review: string | null
}

/** A liability with the unit and rule version that it belongs to. */
export type UnitLiability = LiabilityFigures & {
  readonly municipality: string | undefined
  readonly district: string | undefined
  readonly rule: RuleReference
  /** The care types that the rule covers. */
  readonly careTypes: readonly CareType[]
}

/** One row of figures: a unit under a rule version, or a total. */
export type FigureRow = {
  readonly level: 'region' | 'municipality' | 'district'
  readonly municipality: string | undefined
  readonly district: string | undefined
  readonly careType: CareType | 'all'
  readonly rule: RuleReference | undefined
  /** True for a row of a unit, false for one that sums units. */
  readonly isUnit: boolean
  readonly counts: Counts
  readonly reasons: readonly CountedReason[]
  readonly liability: LiabilityFigures | undefined
}
