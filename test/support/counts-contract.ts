import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CountRequest } from '#store/request-counts.ts'

/** Where requests are counted, with what ends it. */
export type OpenCounts = () => Promise<{ readonly countRequest: CountRequest; readonly close: () => Promise<void> }>

/** What every place in which requests are counted must do. */
export const describeCounts = (name: string, open: OpenCounts): void => {
  describe(name, () => {
    let opened: Awaited<ReturnType<OpenCounts>>
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    it('counts from one, and each request once when many come together', async () => {
      const window = { client: randomUUID(), limit: 'all', endsAt: 1_795_600_010 }

      const counts = await Promise.all(Array.from({ length: 20 }, () => opened.countRequest(window)))

      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    })

    it('counts each client, each limit and each window by itself', async () => {
      const window = { client: randomUUID(), limit: 'all', endsAt: 1_795_600_020 }
      await opened.countRequest(window)
      await opened.countRequest(window)

      expect(await opened.countRequest({ ...window, client: randomUUID() })).toBe(1)
      expect(await opened.countRequest({ ...window, limit: 'search-episodes' })).toBe(1)
      expect(await opened.countRequest(window)).toBe(3)
      expect(await opened.countRequest({ ...window, endsAt: 1_795_600_030 })).toBe(1)
    })
  })
}
