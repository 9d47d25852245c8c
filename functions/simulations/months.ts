import { firstOfMonth, firstOfNextMonth, type Month, monthOf } from '#domain/calendar/civil-date.ts'

/** Every month from one to another, both included. */
export const monthsFrom = (from: Month, to: Month): readonly Month[] => {
  const months: Month[] = []
  for (let month = from; month <= to; month = monthOf(firstOfNextMonth(firstOfMonth(month)))) months.push(month)
  return months
}
