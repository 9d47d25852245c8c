import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { closed } from '../support/closing.ts'
import { contesting } from '../support/contesting.ts'

// Tokens are good for an hour; every instant is another.
let ticks = 0
const now = () => new Date(Date.parse('2022-06-13T08:00:00Z') + ticks++)
const service = aSharedService({ now })
const { put, contest, decide, liabilityOf } = contesting(service)

const close = (agreement: string, county: string) => closed(service(), county, { agreement, month: '2022-05' })
const receiptOf = async (id: string) =>
  (await service().get(`region-${id.slice(0, 2)}`, `/v1/liabilities/${id}/receipt`)).text

/** The liability once it has so many corrections. */
const corrected = async (id: string, count: number) => {
  for (let waited = 0; waited < 500; waited += 1) {
    const found = await liabilityOf(id)
    if (found.corrections.length >= count) return found
    await setTimeout(20)
  }
  throw new Error('Waited in vain for a correction')
}

/** Each model, with a closed month by hand: 9 300 kronor a day in 2022. */
const models = [
  {
    // All 7 days of a mean over 2.0 and the long stay's 9; without the 4 the mean is 1.5, and 9 are left.
    name: 'Jönköping, a mean',
    agreement: 'jonkoping',
    id: '06~jonkoping~2.1~0680~2022-05',
    readyDays: [3, 4, 0, 9],
    number: 1,
    sums: {
      with: { days: '16.00', amount: '148800.00' },
      without: { days: '9.00', amount: '83700.00' },
      held: { days: '7.00', amount: '65100.00' },
    },
  },
  {
    name: 'Jönköping, a long stay',
    agreement: 'jonkoping',
    id: '06~jonkoping~2.1~0682~2022-05',
    readyDays: [3, 4, 0, 9],
    number: 3,
    sums: {
      with: { days: '16.00', amount: '148800.00' },
      without: { days: '7.00', amount: '65100.00' },
      held: { days: '9.00', amount: '83700.00' },
    },
  },
  {
    // 7 − 3 × 1.3 = 3.1 days; without the 2 it is 5 − 2 × 1.3 = 2.4.
    name: 'Stockholm',
    agreement: 'stockholm-somatic',
    id: '01~stockholm-somatic~3.1~0136~2022-05',
    readyDays: [5, 2, 0],
    number: 1,
    sums: {
      with: { days: '3.10', amount: '28830.00' },
      without: { days: '2.40', amount: '22320.00' },
      held: { days: '0.70', amount: '6510.00' },
    },
  },
  {
    // 5 − 3 and 4 − 3 days.
    name: 'the Act',
    agreement: 'act',
    id: '03~act~1.1~0380~2022-05',
    readyDays: [5, 4],
    number: 0,
    sums: {
      with: { days: '3.00', amount: '27900.00' },
      without: { days: '1.00', amount: '9300.00' },
      held: { days: '2.00', amount: '18600.00' },
    },
  },
]

describe.each(models)('a closed month of $name', ({ agreement, id, readyDays, number, sums }) => {
  const region = id.slice(0, 2)
  let disputeId = ''
  let receipt = ''

  it('is contested on what its statement rests on', async () => {
    await put(id.split('~')[3] ?? '', readyDays)
    await close(agreement, region)
    receipt = await receiptOf(id)

    const { status, body } = await contest(id, number)

    disputeId = body.id
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'open', ...sums })
    expect(await liabilityOf(id)).toMatchObject({
      status: 'final',
      ...sums.with,
      corrections: [],
      disputes: { open: 1, heldDays: sums.held.days, heldAmount: sums.held.amount },
    })
  })

  it('is corrected by one line that says why when the dispute is upheld, and its statement stays', async () => {
    const known = now().toISOString()

    await decide(`region-${region}`, disputeId, 'upheld')

    const found = await corrected(id, 1)
    expect(found).toMatchObject({ status: 'final', ...sums.with })
    expect(found.disputes).toBeUndefined()
    expect(found.corrections).toEqual([
      {
        id: `${id}~1`,
        days: `-${sums.held.days}`,
        amount: `-${sums.held.amount}`,
        cause: 'dispute-upheld',
        recordedAt: expect.any(String),
      },
    ])
    expect(await receiptOf(id)).toBe(receipt)
    expect(await liabilityOf(id, `?asOf=${known}`)).toMatchObject({
      corrections: [],
      disputes: { open: 1, heldAmount: sums.held.amount },
    })
    const { body } = await service().get(`region-${region}`, `/v1/disputes/${disputeId}`)
    expect(body).toMatchObject({ status: 'upheld', with: sums.with, without: sums.without })
  })

  it('is not contested again for that episode, nor decided again, and gets no other line', async () => {
    const answers = [await contest(id, number), await decide(`region-${region}`, disputeId, 'upheld')]
    await close(agreement, region)

    expect(answers.map(({ status }) => status)).toEqual([409, 409])
    expect((await liabilityOf(id)).corrections).toHaveLength(1)
  })
})
