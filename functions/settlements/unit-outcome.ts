import * as z from 'zod'

/** What became of a unit: closed, by now or before, or what it is stopped by. */
export const unitOutcome = z.strictObject({
  id: z.string(),
  state: z.enum(['closed', 'stopped']),
  missing: z.array(z.string()),
})
export type UnitOutcome = z.infer<typeof unitOutcome>
