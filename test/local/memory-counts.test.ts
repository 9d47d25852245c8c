import { expect, it } from 'vitest'
import { memoryCounts } from '#local/memory-counts.ts'
import { describeCounts } from '../support/counts-contract.ts'

describeCounts('the counts of one machine', async () => ({
  countRequest: memoryCounts(),
  close: async () => undefined,
}))

it('the counts of one machine hold no window but the last of each limit', async () => {
  const countRequest = memoryCounts()
  const window = { client: 'hash', limit: 'all', endsAt: 1_795_600_010 }
  await countRequest(window)
  await countRequest({ ...window, endsAt: 1_795_600_020 })

  expect(await countRequest(window)).toBe(1)
})
