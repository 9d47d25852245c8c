import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { verifyReceipt } from '#functions/settlements/verification/verify-receipt.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { filesOf } from '../support/closed-months.ts'
import { closed } from '../support/closing.ts'
import { contesting } from '../support/contesting.ts'

// Tokens are good for an hour; every instant is another.
let ticks = 0
const service = aSharedService({ now: () => new Date(Date.parse('2022-06-13T08:00:00Z') + ticks++) })
const { put, contest, decide, liabilityOf } = contesting(service)

const close = (agreement: string, county: string) => closed(service(), county, { agreement, month: '2022-05' })
/** The liability once it has so many corrections. */
const corrected = async (id: string, count: number) => {
  for (let waited = 0; waited < 500; waited += 1) {
    const found = await liabilityOf(id)
    if (found.corrections.length >= count) return found
    await setTimeout(20)
  }
  throw new Error('Waited in vain for a correction')
}

describe('a dispute about a closed month', () => {
  it('raised before the closing stays open, and rests on the statement after it', async () => {
    const id = '07~act~1.1~0780~2022-05'
    await put('0780', [5, 4])
    const { body } = await contest(id, 0)

    await close('act', '07')

    const after = await service().get('region-07', `/v1/disputes/${body.id}`)
    expect(after.body).toEqual(body)
    expect(await liabilityOf(id)).toMatchObject({
      status: 'final',
      amount: '27900.00',
      disputes: { open: 1, heldAmount: '18600.00' },
    })
  })

  it('that is rejected leaves the account as it was', async () => {
    const id = '08~act~1.1~0880~2022-05'
    await put('0880', [5, 4])
    await close('act', '08')
    const before = await liabilityOf(id)
    const { body } = await contest(id, 0)

    await decide(`region-${body.region}`, body.id, 'rejected')

    expect(await liabilityOf(id)).toEqual(before)
  })

  it('that was upheld before the closing stands in the receipt, and corrects nothing', async () => {
    const id = '09~act~1.1~0980~2022-05'
    await put('0980', [5, 4])
    const { body } = await contest(id, 0)
    await decide(`region-${body.region}`, body.id, 'upheld')

    await close('act', '09')

    expect(await liabilityOf(id)).toMatchObject({ amount: '9300.00', cohort: { leftOut: 1 }, corrections: [] })
    const { receipt, stays, rule } = await filesOf(service(), id)
    expect(JSON.parse(receipt).premises.leftOut).toMatchObject([
      { episode: '09~0980-0', leftOut: 'always', because: 'dispute-upheld', reason: 'Agreed at a meeting.' },
    ])
    const behind = { stays: Buffer.from(stays), rule: Buffer.from(rule) }
    expect(verifyReceipt({ receipt: Buffer.from(receipt), behind }).deviations).toEqual([])
  })

  it('may be about an episode that came with a correction, and is held on what is known now', async () => {
    const id = '10~act~1.1~1080~2022-05'
    await put('1080', [4])
    await close('act', '10')
    await put('1080', [6], 1)
    await corrected(id, 1)

    const { body } = await contest(id, 1)

    // 4 − 3 and 6 − 3 days are four; without the 6 it is one.
    expect(body).toMatchObject({ with: { days: '4.00' }, without: { days: '1.00' }, held: { days: '3.00' } })
    expect(await liabilityOf(id)).toMatchObject({ amount: '9300.00', disputes: { open: 1, heldAmount: '27900.00' } })
    await decide(`region-${body.region}`, body.id, 'upheld')
    const after = await corrected(id, 2)
    expect(after.corrections).toMatchObject([
      { days: '3.00', cause: 'episode-added' },
      { days: '-3.00', amount: '-27900.00', cause: 'dispute-upheld' },
    ])
  })
})
