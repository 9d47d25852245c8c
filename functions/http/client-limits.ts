import * as z from 'zod'

const clientLimit = z.strictObject({ requests: z.int().min(1), seconds: z.int().min(1).max(3600) }).readonly()

/** How many requests a client may send in so many seconds: to all routes together, and to some (by file under `functions/`) counted by themselves. */
export const clientLimits = z
  .strictObject({ all: clientLimit, of: z.record(z.string(), clientLimit).readonly() })
  .readonly()
export type ClientLimits = z.infer<typeof clientLimits>
