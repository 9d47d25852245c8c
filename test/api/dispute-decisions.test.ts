import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { TEST_PERSON } from '../support/an-episode.ts'
import { contesting, inJonkoping } from '../support/contesting.ts'

const service = aSharedService()
const { put, contest, decide, liabilityOf } = contesting(service)

describe('a decision', () => {
  it('that upholds leaves the episode out of the month at once', async () => {
    const liability = inJonkoping('0686')
    await put('0686', [3, 4, 0])
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
    const after = await liabilityOf(liability)
    expect(after).toMatchObject({ days: '0.00', amount: '0.00', cohort: { episodes: 2, leftOut: 1 } })
    expect(after.disputes).toBeUndefined()
    expect(await contest(liability, 1)).toMatchObject({
      status: 409,
      body: { type: 'urn:fristdag:problem:already-upheld' },
    })
  })

  it('that rejects changes nothing, and nothing is held any longer', async () => {
    const liability = inJonkoping('0687')
    await put('0687', [3, 4, 0])
    const before = await liabilityOf(liability)
    const { body } = await contest(liability, 1)

    const decided = await decide('region-06', body.id, 'rejected')

    expect(decided.body).toMatchObject({ status: 'rejected', held: { days: '0.00', amount: '0.00' } })
    expect(await liabilityOf(liability)).toEqual(before)
    expect((await contest(liability, 1)).body.id).not.toBe(body.id)
  })

  it('climbs the ladder step by step, keeps each, and no further than to its top', async () => {
    const liability = inJonkoping('0642')
    await put('0642', [3, 4])
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
    const liability = inJonkoping('0643')
    await put('0643', [3, 4, 0])
    const { body } = await contest(liability, 1)

    const answers = await Promise.all([
      decide('region-06', body.id, 'upheld'),
      decide('region-06-second', body.id, 'rejected'),
    ])

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const { body: found } = await service().get('region-06', `/v1/disputes/${body.id}`)
    const { cohort } = await liabilityOf(liability)
    expect(found.decisions).toHaveLength(1)
    expect(cohort.leftOut).toBe(found.status === 'upheld' ? 1 : 0)
  })

  it('to withdraw is the municipality’s own, all others the region’s', async () => {
    const liability = inJonkoping('0662')
    await put('0662', [3, 4])
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
    const liability = inJonkoping('0665')
    await put('0665', [3, 4])
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
