import type { RuleFault } from '#http/fault-reasons.ts'
import type { ReviewBody } from '#schemas/review.ts'
import { textsIn } from '../rules/free-text.ts'

/** What is wrong with a decision on so many candidate days: days without adjust, the other way round, or too many of them. */
export const daysFaults = ({ outcome, days }: ReviewBody, candidateDays: number): readonly RuleFault[] => {
  const pointer = '/days'
  if (outcome !== 'adjust') return days === undefined ? [] : [{ pointer, rule: 'not-allowed' }]
  if (days === undefined) return [{ pointer, rule: 'missing' }]
  return days > candidateDays ? [{ pointer, rule: 'too-large' }] : []
}

/** The texts of a decision that are kept, by their pointers. */
export const textsOf = ({
  reason,
  participants,
  action,
}: ReviewBody): Readonly<Record<string, string | undefined>> => ({
  '/reason': reason,
  ...textsIn('/participants', participants),
  '/action/text': action?.text,
  '/action/responsible': action?.responsible,
})
