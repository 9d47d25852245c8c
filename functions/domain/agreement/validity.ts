import type { InForce } from '#schemas/rule-file/rule-file.ts'
import { addDays, type CivilDate, firstOfNextMonth } from '../calendar/civil-date.ts'

/** The dates on which events were declared, by the agreement and the event's name. */
export type DeclaredEvents = (agreement: string, event: string) => CivilDate | undefined

/** The first and the last day of a rule version; no last day means until further notice. */
export type Validity = { readonly from: CivilDate; readonly until?: CivilDate }

type Boundary = InForce['from']

/**
 * When a rule version is in force. A boundary set by an event takes effect on the first of the month after the later of
 * its date and the day before its earliest date; a version that begins with an undeclared event is not in force at all.
 */
export const validityOf = (
  agreement: string,
  { from, until }: InForce,
  declared: DeclaredEvents,
): Validity | undefined => {
  const first = startOf(agreement, from, declared)
  if (first === undefined) return undefined
  const last = typeof until === 'string' ? until : endBefore(startOf(agreement, until, declared))
  return last === undefined ? { from: first } : { from: first, until: last }
}

const startOf = (
  agreement: string,
  boundary: Boundary | undefined,
  declared: DeclaredEvents,
): CivilDate | undefined => {
  if (boundary === undefined || typeof boundary === 'string') return boundary
  const on = declared(agreement, boundary.event)
  if (on === undefined) return undefined
  const dayBefore = addDays(boundary.notBefore, -1)
  // biome-ignore lint/complexity/useMathMinMax: dates are text, which Math.max would turn into NaN
  return firstOfNextMonth(on > dayBefore ? on : dayBefore)
}

const endBefore = (start: CivilDate | undefined): CivilDate | undefined =>
  start === undefined ? undefined : addDays(start, -1)

export const isWithin = ({ from, until }: Validity, date: CivilDate): boolean =>
  from <= date && (until === undefined || date <= until)
