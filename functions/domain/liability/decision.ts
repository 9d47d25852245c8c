import type { Outcome } from '#schemas/decision.ts'
import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'
import type { EpisodeDays } from './charge.ts'
import type { Review } from './review.ts'

/** The unit that pays for an episode; without `district` where the municipality is the unit or its district is not known. */
export type LiableUnit = {
  readonly municipality: string
  readonly district?: string
  readonly because: 'registered' | 'placed'
}

/** What the rule in force makes of one episode: one outcome, every reason, and what must be known where nothing is. */
export type Decision = {
  readonly outcome: Outcome
  readonly rule?: Rule
  readonly unit?: LiableUnit
  /** False where the unit cannot be known in full: no municipality, or no district where the district is the unit. */
  readonly unitKnown: boolean
  readonly days?: EpisodeDays
  /** What the joint group has decided of its candidate days; absent while it has not. */
  readonly review?: Review
  readonly reasons: readonly Statement[]
  readonly missing: readonly string[]
  readonly flags: readonly Statement[]
}
