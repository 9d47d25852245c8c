import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const service = aSharedService({ now: () => new Date('2021-09-30T10:00:00Z') })

const PATH = '/v1/agreements/stockholm-psychiatric/events'
const live = {
  event: 'psychiatric-it-support-live',
  on: '2021-08-01',
  evidence: 'Minutes of the steering group, 2021-08-01, item 4',
}
const declare = (changes: object = {}) => service().post('region-01', PATH, { ...live, ...changes })

const stageOf = async (id: string) => {
  const { body } = await service().get('region-01', `/v1/episodes/01~${id}/decision`)
  return body.rule.stage
}

describe('an event', () => {
  it('is shown before it is declared: which versions begin and end by it', async () => {
    const { status, body } = await declare({ preview: true })

    expect(status).toBe(200)
    expect(body).toEqual({
      agreement: 'stockholm-psychiatric',
      ...live,
      declaredBy: 'region-01',
      declaredAt: expect.any(String),
      preview: true,
      changes: [
        {
          stage: '1',
          version: '1',
          was: { from: '2020-01-01', until: null },
          is: { from: '2020-01-01', until: '2021-08-31' },
        },
        { stage: '2', version: '1', was: null, is: { from: '2021-09-01', until: null } },
      ],
    })
  })

  it.each([
    ['that no version waits for', { event: 'moon-landing' }, 409, 'no-version-waits'],
    ['that has not happened', { on: '2021-10-01' }, 409, 'in-the-future'],
    ['without evidence', { evidence: ' ' }, 422, 'invalid'],
    ['on no date', { on: '2021-02-30' }, 422, 'invalid'],
  ])('%s is refused', async (_, changes, status, type) => {
    const answer = await declare(changes)

    expect(answer).toMatchObject({ status, body: { type: `urn:fristdag:problem:${type}` } })
  })

  it('is its own region’s to declare', async () => {
    expect((await service().post('region-06', PATH, live)).status).toBe(404)
  })

  it('acts from the first of the month after, and is declared once', async () => {
    for (const [id, day] of [['before', '31'] as const, ['after', '01'] as const]) {
      const month = id === 'before' ? '2021-08' : '2021-09'
      const told = { careType: 'psychiatric', ready: `${month}-${day} 08:00`, out: `${month}-${day} 15:00` } as const
      await service().put('hospital-01', `/v1/episodes/01~${id}`, anEpisode(told, '0136'))
    }
    const waiting = [await stageOf('before'), await stageOf('after')]

    const declared = await declare()

    expect(declared.status).toBe(201)
    expect(waiting).toEqual(['1', '1'])
    expect([await stageOf('before'), await stageOf('after')]).toEqual(['1', '2'])
    expect(await declare({ on: '2021-07-01' })).toMatchObject({
      status: 409,
      body: { type: 'urn:fristdag:problem:already-declared' },
    })
    const { body } = await service().get('municipality-0136', '/v1/agreements/stockholm-psychiatric/history')
    expect(body.history).toContainEqual(
      expect.objectContaining({ act: 'event-declared', note: `${live.event} ${live.on}: ${live.evidence}` }),
    )
  })
})
