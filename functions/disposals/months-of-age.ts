import { yearOf } from '#domain/calendar/civil-date.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { disposableFrom } from '#domain/retention/disposable-from.ts'
import type { Disposing, Ruling } from './disposing.ts'

/** The months of a region whose stays alone are old enough to be disposed of, the oldest first; what else belongs to one may be younger. */
export const monthsOfAge = async (
  { unitMonths, now }: Pick<Disposing, 'unitMonths' | 'now'>,
  { decision: { region, years } }: Ruling,
): Promise<readonly string[]> => {
  const today = dateOf(civilTimeOf(now()))
  return (await unitMonths.months(region)).filter(
    (month) => month !== 'open' && disposableFrom(yearOf(`${month}-01`), years.episodes) <= today,
  )
}
