import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import { stays } from '../support/hand-computed.ts'

const service = aSharedService()

/** Puts stays of so many ready days each, discharged on 20 May 2022, and gives the id of their liability. */
const aMonthOf = async (municipality: string, readyDays: readonly number[], rule: string) => {
  const region = municipality.slice(0, 2)
  for (const [index, told] of stays(readyDays, '2022-05-20').entries())
    await service().put(
      `hospital-${region}`,
      `/v1/episodes/${region}~${municipality}-${index}`,
      anEpisode(told, municipality),
    )
  return `${region}~${rule}~${municipality}~2022-05`
}
const jonkoping = (municipality: string, readyDays: readonly number[]) =>
  aMonthOf(municipality, readyDays, 'jonkoping~2.1')

const contest = (liability: string, index: number, changes: object = {}) => {
  const [region, , , municipality] = liability.split('~')
  return service().post(`municipality-${municipality}`, '/v1/disputes', {
    liability,
    episode: `${region}~${municipality}-${index}`,
    reason: 'not-ready',
    ...changes,
  })
}
const decide = (client: string, id: string, outcome: string, changes: object = {}) =>
  service().post(client, `/v1/disputes/${id}/decisions`, { outcome, reason: 'The journal was read again.', ...changes })
const liabilityOf = async (client: string, id: string) => (await service().get(client, `/v1/liabilities/${id}`)).body

describe('an episode that is contested', () => {
  // (3 + 4 + 0) ÷ 3 is over 2.0, so all 7 days and the long stay's 9: 16 × 9 300 kronor. Without the 4 the mean is 1.5: 9 days.
  it('shows the liability with it and without it, and holds the difference', async () => {
    const liability = await jonkoping('0680', [3, 4, 0, 9])

    const raised = await contest(liability, 1, { text: 'The journal says ready on the 18th.' })

    expect(raised.status).toBe(201)
    expect(raised.body).toMatchObject({
      liability,
      episode: '06~0680-1',
      reason: 'not-ready',
      text: 'The journal says ready on the 18th.',
      raisedBy: 'municipality-0680',
      status: 'open',
      step: { id: 'case-officers', title: 'Handläggarna' },
      cites: null,
      with: { days: '16.00', amount: '148800.00' },
      without: { days: '9.00', amount: '83700.00' },
      held: { days: '7.00', amount: '65100.00' },
      decisions: [],
    })
    const location = raised.headers.get('location') ?? ''
    expect((await service().get('region-06', location)).body).toEqual(raised.body)
    expect((await service().get('municipality-0680', location)).body).toEqual(raised.body)
  })

  it('is told on its liability, alone and in the list, and changes no figure of it', async () => {
    const id = '06~jonkoping~2.1~0680~2022-05'

    const found = await liabilityOf('municipality-0680', id)
    const list = await service().get('region-06', '/v1/liabilities?month=2022-05&municipality=0680')

    const disputes = { open: 1, heldDays: '7.00', heldAmount: '65100.00' }
    expect(found).toMatchObject({ days: '16.00', amount: '148800.00', disputes })
    expect(list.body.liabilities).toMatchObject([{ id, amount: '148800.00', disputes }])
  })

  it('is the same dispute when the same is said again, and refused when something else is', async () => {
    const liability = await jonkoping('0682', [3, 4])
    const first = await contest(liability, 0)

    const again = await contest(liability, 0)
    const otherwise = await contest(liability, 0, { reason: 'dates-wrong' })

    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, raisedAt: first.body.raisedAt } })
    expect(otherwise).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:already-contested' } })
  })

  it('is contested once by two at once', async () => {
    const liability = await jonkoping('0683', [3, 4])

    const answers = await Promise.all([contest(liability, 0), contest(liability, 0)])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id)
  })

  // 5 − 3 and 4 − 3 days of 9 300 kronor under the Act; without the 5 the one of the 4.
  it('under the Act is held by itself', async () => {
    const liability = await aMonthOf('0380', [5, 4], 'act~1.1')

    const { body } = await contest(liability, 0)

    expect(body).toMatchObject({
      with: { days: '3.00', amount: '27900.00' },
      without: { days: '1.00', amount: '9300.00' },
      held: { days: '2.00', amount: '18600.00' },
    })
  })

  // 7 − 3 × 1.3 = 3.1 days; without the 2 it is 5 − 2 × 1.3 = 2.4, without the 5 the mean is 1.0, and without both 0.
  it('in Stockholm is held as the mean changes, and with another one as it changes for both', async () => {
    const liability = await aMonthOf('0136', [5, 2, 0], 'stockholm-somatic~3.1')

    const two = await contest(liability, 1)
    const five = await contest(liability, 0)

    expect(two.body.held).toEqual({ days: '0.70', amount: '6510.00' })
    expect(five.body.held).toEqual({ days: '3.10', amount: '28830.00' })
    expect(await liabilityOf('region-01', liability)).toMatchObject({
      disputes: { open: 2, heldDays: '3.10', heldAmount: '28830.00' },
    })
  })

  it('must be counted in the liability', async () => {
    const liability = await jonkoping('0684', [3])
    await service().put(
      'hospital-06',
      '/v1/episodes/06~0684-1',
      anEpisode({ ready: '2022-05-16 10:00', out: '2022-05-20 15:00', admissionNotice: false }, '0684'),
    )

    const answers = [
      await contest(liability, 1),
      await contest(liability, 7),
      await contest(liability, 0, { episode: '06~0680-0' }),
    ]

    for (const { status, body } of answers) {
      expect(status).toBe(422)
      expect(body.errors).toMatchObject([{ pointer: '/episode', rule: 'not-counted' }])
    }
  })

  it('is contested by the liable municipality alone, with a reason of the list, and without the number of anyone', async () => {
    const liability = await jonkoping('0685', [3])
    const body = { liability, episode: '06~0685-0', reason: 'not-ready' }

    const answers = [
      await service().post('region-06', '/v1/disputes', body),
      await service().post('municipality-0680', '/v1/disputes', body),
      await contest(liability, 0, { reason: 'unfair' }),
      await contest(liability, 0, { text: `About ${TEST_PERSON.value}` }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([403, 404, 422, 422])
    expect(answers[2]?.body.errors).toMatchObject([{ pointer: '/reason', rule: 'not-one-of' }])
    expect(answers[3]?.body.errors).toMatchObject([{ pointer: '/text', rule: 'identity-number-in-text' }])
    expect(answers[3]?.text).not.toContain(TEST_PERSON.value)
  })
})

describe('a decision', () => {
  it('that upholds leaves the episode out of the month at once', async () => {
    const liability = await jonkoping('0686', [3, 4, 0])
    const { body } = await contest(liability, 1)

    const decided = await decide('region-06', body.id, 'upheld', { participants: ['A case officer', 'Another'] })

    expect(decided).toMatchObject({
      status: 201,
      body: {
        status: 'upheld',
        // As they were when it was decided: 7 days over 2.0, and a mean of 1.5 without the 4.
        with: { days: '7.00', amount: '65100.00' },
        without: { days: '0.00', amount: '0.00' },
        held: { days: '0.00', amount: '0.00' },
        decisions: [
          {
            number: 1,
            step: 'case-officers',
            outcome: 'upheld',
            participants: ['A case officer', 'Another'],
            party: 'region',
            decidedBy: 'region-06',
          },
        ],
      },
    })
    const after = await liabilityOf('municipality-0686', liability)
    expect(after).toMatchObject({ days: '0.00', amount: '0.00', cohort: { episodes: 2, leftOut: 1 } })
    expect(after.disputes).toBeUndefined()
    expect(await contest(liability, 1)).toMatchObject({
      status: 409,
      body: { type: 'urn:fristdag:problem:already-upheld' },
    })
  })

  it('that rejects changes nothing, and nothing is held any longer', async () => {
    const liability = await jonkoping('0687', [3, 4, 0])
    const before = await liabilityOf('region-06', liability)
    const { body } = await contest(liability, 1)

    const decided = await decide('region-06', body.id, 'rejected')

    expect(decided.body).toMatchObject({ status: 'rejected', held: { days: '0.00', amount: '0.00' } })
    expect(await liabilityOf('region-06', liability)).toEqual(before)
    expect((await contest(liability, 1)).body.id).not.toBe(body.id)
  })

  it('climbs the ladder step by step, keeps each, and no further than to its top', async () => {
    const liability = await jonkoping('0642', [3, 4])
    const { body } = await contest(liability, 0)

    const answers = [
      await decide('region-06', body.id, 'escalated'),
      await decide('region-06-second', body.id, 'escalated'),
      await decide('region-06', body.id, 'escalated'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409])
    expect(answers[2]?.body.type).toBe('urn:fristdag:problem:top-of-ladder')
    const { body: found } = await service().get('municipality-0642', `/v1/disputes/${body.id}`)
    expect(found).toMatchObject({
      status: 'open',
      step: { id: 'management-group' },
      decisions: [
        { number: 1, step: 'case-officers', outcome: 'escalated', decidedBy: 'region-06' },
        { number: 2, step: 'heads-of-unit', outcome: 'escalated', decidedBy: 'region-06-second' },
      ],
    })
  })

  it('is one of two made at once', async () => {
    const liability = await jonkoping('0643', [3, 4, 0])
    const { body } = await contest(liability, 1)

    const answers = await Promise.all([
      decide('region-06', body.id, 'upheld'),
      decide('region-06-second', body.id, 'rejected'),
    ])

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const { body: found } = await service().get('region-06', `/v1/disputes/${body.id}`)
    const { cohort } = await liabilityOf('region-06', liability)
    expect(found.decisions).toHaveLength(1)
    expect(cohort.leftOut).toBe(found.status === 'upheld' ? 1 : 0)
  })

  it('to withdraw is the municipality’s own, all others the region’s', async () => {
    const liability = await jonkoping('0662', [3, 4])
    const { body } = await contest(liability, 0)

    const refused = [
      await decide('region-06', body.id, 'withdrawn'),
      await decide('municipality-0662', body.id, 'upheld'),
      await decide('municipality-0680', body.id, 'withdrawn'),
      await decide('region-01', body.id, 'upheld'),
    ]
    const withdrawn = await decide('municipality-0662', body.id, 'withdrawn')
    const late = await decide('region-06', body.id, 'upheld')

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 404, 404])
    expect(withdrawn).toMatchObject({ status: 201, body: { status: 'withdrawn' } })
    expect(late).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:already-decided' } })
  })

  it('names nobody by number', async () => {
    const liability = await jonkoping('0665', [3, 4])
    const { body } = await contest(liability, 0)

    const answer = await decide('region-06', body.id, 'rejected', {
      reason: TEST_PERSON.value,
      participants: ['An officer', TEST_PERSON.value],
    })

    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/reason',
      '/participants/1',
    ])
  })
})
