import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'
import { closed } from '../support/closing.ts'
import { stays } from '../support/hand-computed.ts'

// Tokens are good for an hour; every instant is another.
let ticks = 0
const service = aSharedService({ now: () => new Date(Date.parse('2022-06-13T08:00:00Z') + ticks++) })
const now = () => new Date(Date.parse('2022-06-13T08:00:00Z') + ticks++).toISOString()

/** Puts stays of so many ready days each, discharged on 20 May 2022; the first is number `from`. */
const put = async (municipality: string, readyDays: readonly number[], from = 0) => {
  const region = municipality.slice(0, 2)
  for (const [index, told] of stays(readyDays, '2022-05-20').entries())
    await service().put(
      `hospital-${region}`,
      `/v1/episodes/${region}~${municipality}-${from + index}`,
      anEpisode(told, municipality),
    )
}
const close = (agreement: string, county: string) => closed(service(), county, { agreement, month: '2022-05' })
const contest = (liability: string, index: number) => {
  const [region, , , municipality] = liability.split('~')
  const episode = `${region}~${municipality}-${index}`
  return service().post(`municipality-${municipality}`, '/v1/disputes', { liability, episode, reason: 'dates-wrong' })
}
const decide = (id: string, outcome: string) =>
  service().post(`region-${id.slice(0, 2)}`, `/v1/disputes/${id}/decisions`, {
    outcome,
    reason: 'Agreed at a meeting.',
  })
const liabilityOf = async (id: string, query = '') =>
  (await service().get(`region-${id.slice(0, 2)}`, `/v1/liabilities/${id}${query}`)).body
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
    const known = now()

    await decide(disputeId, 'upheld')

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
    const answers = [await contest(id, number), await decide(disputeId, 'upheld')]
    await close(agreement, region)

    expect(answers.map(({ status }) => status)).toEqual([409, 409])
    expect((await liabilityOf(id)).corrections).toHaveLength(1)
  })
})

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

    await decide(body.id, 'rejected')

    expect(await liabilityOf(id)).toEqual(before)
  })

  it('that was upheld before the closing stands in the receipt, and corrects nothing', async () => {
    const id = '09~act~1.1~0980~2022-05'
    await put('0980', [5, 4])
    const { body } = await contest(id, 0)
    await decide(body.id, 'upheld')

    await close('act', '09')

    expect(await liabilityOf(id)).toMatchObject({ amount: '9300.00', cohort: { leftOut: 1 }, corrections: [] })
    expect(JSON.parse(await receiptOf(id)).premises.leftOut).toMatchObject([
      { episode: '09~0980-0', leftOut: 'always', because: 'dispute-upheld', reason: 'Agreed at a meeting.' },
    ])
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
    await decide(body.id, 'upheld')
    const after = await corrected(id, 2)
    expect(after.corrections).toMatchObject([
      { days: '3.00', cause: 'episode-added' },
      { days: '-3.00', amount: '-27900.00', cause: 'dispute-upheld' },
    ])
  })
})
