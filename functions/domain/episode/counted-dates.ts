import type { Clock } from '#schemas/rule-file/clock.ts'
import { addDays, type CivilDate, datesUntil } from '../calendar/civil-date.ts'
import { type CivilTime, dateOf, timeOfDay } from '../calendar/civil-time.ts'
import { isFreeDay } from '../calendar/working-days.ts'
import type { EpisodeFacts } from './facts.ts'

/** A readiness period as a rule's clock counts it. */
export type CountedPeriod = {
  /** The dates that count, from day zero to the day before the end; their number is the period's ready days. */
  readonly dates: readonly CivilDate[]
  /** 1 where a late notice gives one more free day, else 0. */
  readonly extraFreeDays: 0 | 1
}

/** The readiness periods of a discharged episode as a clock counts them; an episode's ready days are their dates together. */
export const countedPeriods = (clock: Clock, facts: EpisodeFacts): readonly CountedPeriod[] => {
  const dischargedOn = facts.discharge?.on
  if (dischargedOn === undefined) return []
  const periods = facts.readiness.map(({ noticeSentAt, withdrawnOn }) =>
    countedPeriod(clock, noticeSentAt, withdrawnOn ?? dischargedOn),
  )
  return clock.periods === 'last' ? periods.slice(-1) : periods
}

const countedPeriod = (clock: Clock, noticeSentAt: CivilTime, end: CivilDate): CountedPeriod => {
  const late = isLate(clock, noticeSentAt)
  const movesDayZero = late && clock.cutOff?.effect === 'next-day-is-day-zero'
  const dayZero = addDays(dateOf(noticeSentAt), movesDayZero ? 1 : 0)
  return {
    dates: datesUntil(dayZero, end).filter((date) => counts(clock, date)),
    extraFreeDays: late && clock.cutOff?.effect === 'one-more-free-day' ? 1 : 0,
  }
}

const isLate = ({ cutOff }: Clock, noticeSentAt: CivilTime): boolean => {
  if (cutOff === undefined) return false
  const stroke = `${cutOff.time}:00`
  return cutOff.late === 'after' ? timeOfDay(noticeSentAt) > stroke : timeOfDay(noticeSentAt) >= stroke
}

const counts = ({ days }: Clock, date: CivilDate): boolean =>
  days === 'calendar' || !isFreeDay(date, days.working.alsoFree)
