import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import { contesting, inJonkoping } from '../support/contesting.ts'

const service = aSharedService()
const { put, contest, liabilityOf } = contesting(service)

describe('an episode that is contested', () => {
  // (3 + 4 + 0) ÷ 3 is over 2.0, so all 7 days and the long stay's 9: 16 × 9 300 kronor. Without the 4 the mean is 1.5: 9 days.
  it('shows the liability with it and without it, and holds the difference', async () => {
    const liability = inJonkoping('0680')
    await put('0680', [3, 4, 0, 9])

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
    const id = inJonkoping('0680')

    const found = await liabilityOf(id)
    const list = await service().get('region-06', '/v1/liabilities?month=2022-05&municipality=0680')

    const disputes = { open: 1, heldDays: '7.00', heldAmount: '65100.00' }
    expect(found).toMatchObject({ days: '16.00', amount: '148800.00', disputes })
    expect(list.body.liabilities).toMatchObject([{ id, amount: '148800.00', disputes }])
  })

  it('is the same dispute when the same is said again, and refused when something else is', async () => {
    const liability = inJonkoping('0682')
    await put('0682', [3, 4])
    const first = await contest(liability, 0)

    const again = await contest(liability, 0)
    const otherwise = await contest(liability, 0, { reason: 'dates-wrong' })

    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, raisedAt: first.body.raisedAt } })
    expect(otherwise).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:already-contested' } })
  })

  it('is contested once by two at once', async () => {
    const liability = inJonkoping('0683')
    await put('0683', [3, 4])

    const answers = await Promise.all([contest(liability, 0), contest(liability, 0)])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id)
  })

  // 5 − 3 and 4 − 3 days of 9 300 kronor under the Act; without the 5 the one of the 4.
  it('under the Act is held by itself', async () => {
    const liability = '03~act~1.1~0380~2022-05'
    await put('0380', [5, 4])

    const { body } = await contest(liability, 0)

    expect(body).toMatchObject({
      with: { days: '3.00', amount: '27900.00' },
      without: { days: '1.00', amount: '9300.00' },
      held: { days: '2.00', amount: '18600.00' },
    })
  })

  // 7 − 3 × 1.3 = 3.1 days; without the 2 it is 5 − 2 × 1.3 = 2.4, without the 5 the mean is 1.0, and without both 0.
  it('in Stockholm is held as the mean changes, and with another one as it changes for both', async () => {
    const liability = '01~stockholm-somatic~3.1~0136~2022-05'
    await put('0136', [5, 2, 0])

    const two = await contest(liability, 1)
    const five = await contest(liability, 0)

    expect(two.body.held).toEqual({ days: '0.70', amount: '6510.00' })
    expect(five.body.held).toEqual({ days: '3.10', amount: '28830.00' })
    expect(await liabilityOf(liability)).toMatchObject({
      disputes: { open: 2, heldDays: '3.10', heldAmount: '28830.00' },
    })
  })

  it('must be counted in the liability', async () => {
    const liability = inJonkoping('0684')
    await put('0684', [3])
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
    const liability = inJonkoping('0685')
    await put('0685', [3])
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
