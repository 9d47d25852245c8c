import * as z from 'zod'

/** A civil date in Europe/Stockholm, `YYYY-MM-DD`. */
export const date = z.iso.date().meta({ id: 'Date', example: '2020-03-04' })

/** A calendar month, `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/)
  .meta({ id: 'Month', example: '2020-03' })

// No year 0000: in UTC its first hours can belong to a year that four digits do not write.
const DAY = '(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?'
const OFFSET = '([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])'
const INSTANT = new RegExp(`^${DAY}[Tt]${TIME}${OFFSET}$`)

const isDayOfItsMonth = (value: string): boolean => date.safeParse(value.slice(0, 10)).success

/** A point in time as RFC 3339 writes it: any offset is accepted, UTC is returned. */
export const instant = z
  .string()
  .regex(INSTANT)
  .refine(isDayOfItsMonth, { params: { rule: 'no-such-date' } })
  .meta({ id: 'Instant', format: 'date-time', example: '2020-03-04T09:00:00Z' })
