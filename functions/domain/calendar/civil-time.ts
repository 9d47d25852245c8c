import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from './civil-date.ts'

/** A point in time, RFC 3339; in UTC and shortest form once {@link inUtc} has seen it. */
export type Instant = string

/** A local time in Europe/Stockholm, `YYYY-MM-DDTHH:MM:SS` with a fraction only when there is one. */
export type CivilTime = string

const ZONE = 'Europe/Stockholm'

/** The same instant in UTC, without trailing zeros: equal instants become equal strings. */
export const inUtc = (instant: Instant): Instant => Temporal.Instant.from(instant).toString()

/** The same instant in UTC with milliseconds, as everything that is recorded is stamped; what is finer is cut off. */
export const inMilliseconds = (instant: Instant): Instant =>
  Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 3 })

/** What the clock on a Stockholm wall shows at an instant. */
export const civilTimeOf = (instant: Instant): CivilTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDateTime().toString()

/** The instant at which a Stockholm wall clock shows a time; the earlier one where the hour is repeated. */
export const instantOf = (time: CivilTime): Instant =>
  Temporal.PlainDateTime.from(time).toZonedDateTime(ZONE, { disambiguation: 'earlier' }).toInstant().toString()

export const dateOf = (time: CivilTime): CivilDate => time.slice(0, 10)

/** The time of day, `HH:MM:SS` and any fraction; such strings sort as the times do. */
export const timeOfDay = (time: CivilTime): string => time.slice(11)

/** Before zero, zero or after zero, as the first instant is before, at or after the second. */
export const compareInstants = (a: Instant, b: Instant): number =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b))

/** Hours from one instant to another, by elapsed time. */
export const hoursBetween = (from: Instant, to: Instant): number =>
  Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('hours')

/** The instant a number of hours later. */
export const addHours = (instant: Instant, hours: number): Instant =>
  Temporal.Instant.from(instant).add({ hours }).toString()
