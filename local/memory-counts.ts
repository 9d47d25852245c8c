import type { CountRequest } from '#store/request-counts.ts'

/** Counts in memory, for one process; of each limit only the window that was counted in last is held. */
export const memoryCounts = (): CountRequest => {
  const windows = new Map<string, { readonly endsAt: number; readonly counts: Map<string, number> }>()
  return async ({ client, limit, endsAt }) => {
    const last = windows.get(limit)
    const window = last?.endsAt === endsAt ? last : { endsAt, counts: new Map<string, number>() }
    windows.set(limit, window)
    const count = (window.counts.get(client) ?? 0) + 1
    window.counts.set(client, count)
    return count
  }
}
