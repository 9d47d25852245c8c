import { type CivilDate, firstOfMonth, firstOfNextMonth, type Month, monthOf } from '../calendar/civil-date.ts'

/** Where a month stands before it is closed: figures still come, parties may still object, or it may be closed. */
export type Phase = 'open' | 'objections' | 'closable'

/** The day until which one may object where an agreement names none (as in Västra Götaland, the 12th of the next month). */
export const USUAL_DAY = 12

/** The last day on which a party may object to a month. */
export const objectionsUntil = (month: Month, untilDayOfNextMonth = USUAL_DAY): CivilDate =>
  `${monthOf(firstOfNextMonth(firstOfMonth(month)))}-${`${untilDayOfNextMonth}`.padStart(2, '0')}`

/** Where a month stands on a day. */
export const phaseOf = (month: Month, until: CivilDate, today: CivilDate): Phase => {
  if (today < firstOfNextMonth(firstOfMonth(month))) return 'open'
  return today <= until ? 'objections' : 'closable'
}
