import type { ClientLimits } from '#http/client-limits.ts'
import { memoryCounts } from '#local/memory-counts.ts'

/** So many requests in ten seconds, or as many as anyone likes, and for some routes other limits; counted in memory. */
export const aClientLimit = (requests = Number.MAX_SAFE_INTEGER, of: ClientLimits['of'] = {}) => ({
  clientLimits: { all: { requests, seconds: 10 }, of },
  countRequest: memoryCounts(),
})
