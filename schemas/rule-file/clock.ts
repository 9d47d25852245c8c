import * as z from 'zod'
import { citation } from './citation.ts'

const specialDay = z.enum(['saturday', 'midsummer-eve', 'christmas-eve', 'new-years-eve'])

/** Working days leave out Sundays and the public holidays of the named calendar, and the days listed. */
const workingDays = z.strictObject({
  working: z.strictObject({ holidays: z.literal('sweden'), alsoFree: z.array(specialDay).default([]) }),
})

/** What moves when the readiness notice is sent late in the day. */
const cutOff = z.strictObject({
  time: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/),
  /** `after`: the stroke itself is in time; `from`: the stroke is already late. */
  late: z.enum(['after', 'from']),
  /** A late notice gives one more free day, or moves day zero to the next date. */
  effect: z.enum(['one-more-free-day', 'next-day-is-day-zero']),
  cites: citation,
})

/** How days are counted from the readiness notice. */
export const clock = z.strictObject({
  starts: z.literal('readiness-notice-sent'),
  days: z.union([z.literal('calendar'), workingDays]),
  /** All readiness periods of an episode together, or only its last. */
  periods: z.enum(['sum', 'last']),
  cutOff: cutOff.optional(),
})
export type Clock = z.infer<typeof clock>
