import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const service = aSharedService()
const freshId = freshIds()

const send = (id: string, body: unknown) => service().put('hospital-01', `/v1/episodes/${id}`, body)
const revisionsOf = async (id: string) => (await service().get('region-01', `/v1/episodes/${id}/revisions`)).body

const stay = {
  ready: '2020-03-04 10:00',
  out: '2020-03-09 11:00',
  planning: { needed: true, called: '2020-03-05 09:00' },
}

describe('an episode that is sent', () => {
  it('is created', async () => {
    const answer = await send(freshId(), anEpisode(stay))

    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.body.revision).toBe(1)
  })

  it('changes nothing when it is sent again', async () => {
    const id = freshId()
    await send(id, anEpisode(stay))

    const answer = await send(id, anEpisode(stay))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect((await revisionsOf(id)).total).toBe(1)
  })

  it('becomes a new revision when its content changes', async () => {
    const id = freshId()
    await send(id, anEpisode(stay))

    const answer = await send(id, anEpisode({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00Z', to: 'transfer' }))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(answer.body.discharge.to).toBe('transfer')
  })

  it('becomes a new revision when only the source has looked at it again', async () => {
    const id = freshId()
    await send(id, anEpisode(stay))

    const answer = await send(id, anEpisode({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00Z' }))

    expect(answer.headers.get('etag')).toBe('"2"')
  })

  it('is recognised when it equals a revision that is no longer current', async () => {
    const id = freshId()
    await send(id, anEpisode(stay))
    await send(id, anEpisode({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00Z' }))

    const answer = await send(id, anEpisode(stay))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"2"')
    expect((await revisionsOf(id)).total).toBe(2)
  })

  it('is answered with the current revision, not with what was sent, when it is outdated', async () => {
    const id = freshId()
    await send(id, anEpisode(stay))

    const answer = await send(
      id,
      anEpisode({ ...stay, sourceUpdatedAt: '2020-03-08T08:00:00Z', body: { caseNumber: 'EARLIER' } }),
    )

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ revision: 1, sourceUpdatedAt: '2020-03-09T10:00:00Z' })
    expect(answer.body).not.toHaveProperty('caseNumber')
  })
})
