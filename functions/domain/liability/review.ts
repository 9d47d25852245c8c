import type { CivilDate } from '../calendar/civil-date.ts'

/** What a joint group decided of the candidate days of one revision of an episode. */
export type Review = {
  /** Its number among the decisions on the episode, from 1: the latest counts. */
  readonly number: number
  readonly revision: number
  readonly outcome: 'approve' | 'waive' | 'adjust'
  /** As many candidate days as it was made on. */
  readonly candidateDays: number
  /** As many of them as are owed. */
  readonly days: number
}

/**
 * The candidate dates that are owed after a decision; all of them while there is none.
 *
 * A group that adjusts says how many days are owed, not which: they are read as the first ones, so that each costs the
 * amount of its own year.
 */
export const datesOwed = (candidates: readonly CivilDate[], review: Review | undefined): readonly CivilDate[] => {
  switch (review?.outcome) {
    case undefined:
    case 'approve':
      return candidates
    case 'waive':
      return []
    case 'adjust':
      return candidates.slice(0, review.days)
  }
}
