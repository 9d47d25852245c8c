import { addMonths, firstOfMonth, type Month, monthOf } from '../calendar/civil-date.ts'
import { civilTimeOf, dateOf, type Instant } from '../calendar/civil-time.ts'

/** Why a month is published on schedule: it is over, or the readmissions after it are all known. */
export type Scheduled = 'monthly' | 'readmissions'

/** The month that is published at a scheduled instant: the one before, or the one before that when readmissions are complete. */
export const scheduledMonth = (scheduled: Scheduled, at: Instant): Month => {
  const thisMonth = monthOf(dateOf(civilTimeOf(at)))
  return monthOf(addMonths(firstOfMonth(thisMonth), scheduled === 'monthly' ? -1 : -2))
}
