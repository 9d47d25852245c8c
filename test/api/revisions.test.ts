import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

let now = new Date('2020-04-01T08:00:00Z')
const service = aSharedService({ now: () => now })
const freshId = freshIds()

const send = (id: string, told: Told) => service().put('hospital-01', `/v1/episodes/${id}`, anEpisode(told))
const get = (id: string, rest = '') => service().get('region-01', `/v1/episodes/${id}${rest}`)

const stay: Told = { ready: '2020-03-04 10:00', out: '2020-03-09 11:00', sourceUpdatedAt: '2020-03-09T12:00:00Z' }
const earlier: Told = { ready: '2020-03-04 10:00', sourceUpdatedAt: '2020-03-04T12:00:00Z' }
const later: Told = { ...stay, to: 'transfer', sourceUpdatedAt: '2020-03-10T12:00:00Z' }

type Listed = { readonly revision: number; readonly current: boolean; readonly recordedAt: string }

describe('the revisions of an episode', () => {
  it('are kept when they come late, without becoming current', async () => {
    const id = freshId()
    await send(id, stay)

    const answer = await send(id, earlier)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect((await get(id, '/revisions')).body.revisions).toMatchObject([
      { revision: 1, current: true, sourceUpdatedAt: stay.sourceUpdatedAt },
      { revision: 2, current: false, sourceUpdatedAt: earlier.sourceUpdatedAt },
    ])
    expect((await get(id)).body).toMatchObject({ revision: 1, discharge: { to: 'home' } })
  })

  it('number the current one by its place among all that arrived', async () => {
    const id = freshId()
    await send(id, stay)
    await send(id, earlier)

    const answer = await send(id, later)

    expect(answer.headers.get('etag')).toBe('"3"')
  })

  it('refuse other content for an instant that is taken', async () => {
    const id = freshId()
    await send(id, stay)

    const answer = await send(id, { ...stay, to: 'transfer' })

    expect(answer.status).toBe(409)
    expect((await get(id, '/revisions')).body.total).toBe(1)
  })

  it('refuse other content for the instant of a revision that is not current', async () => {
    const id = freshId()
    await send(id, stay)
    await send(id, earlier)

    const answer = await send(id, { ...earlier, ready: '2020-03-04 11:00' })

    expect(answer.status).toBe(409)
  })

  it('refuse other content for an instant written with another offset', async () => {
    const id = freshId()
    await send(id, stay)

    const answer = await send(id, { ...stay, to: 'transfer', sourceUpdatedAt: '2020-03-09T13:00:00+01:00' })

    expect(answer.status).toBe(409)
  })

  it('say when they were recorded, by the clock of the service', async () => {
    const id = freshId()
    now = new Date('2020-04-01T08:00:00Z')
    await send(id, stay)
    now = new Date('2020-04-01T08:30:00.250Z')
    await send(id, later)

    const { body } = await get(id, '/revisions')

    expect(body.revisions.map(({ recordedAt }: Listed) => recordedAt)).toEqual([
      '2020-04-01T08:00:00.000Z',
      '2020-04-01T08:30:00.250Z',
    ])
  })

  it('are never recorded before the one that came before, even when the clock is set back', async () => {
    const id = freshId()
    now = new Date('2020-04-01T08:40:00Z')
    await send(id, stay)
    now = new Date('2020-04-01T08:00:00Z')
    await send(id, later)

    const { body } = await get(id, '/revisions')

    expect(body.revisions[1].recordedAt).toBe('2020-04-01T08:40:00.000Z')
  })

  it('come in pages', async () => {
    const id = freshId()
    await send(id, stay)
    await send(id, earlier)
    await send(id, later)

    const { body } = await get(id, '/revisions?page=2&limit=2')

    expect(body).toMatchObject({ page: 2, limit: 2, total: 3, revisions: [{ revision: 3, current: true }] })
  })

  it('are not there for an episode that was never sent', async () => {
    const answer = await get('01~never-sent', '/revisions')

    expect(answer.status).toBe(404)
  })
})

describe('an episode sent in error', () => {
  const cancelled: Told = { ...stay, sourceUpdatedAt: '2020-03-11T12:00:00Z', body: { cancelled: true } }
  const cohort = async () => {
    const { body } = await service().get('region-01', '/v1/liabilities?month=2020-03&municipality=0181')
    return body.liabilities.map((liability: { cohort: { episodes: number } }) => liability.cohort.episodes)
  }
  const inMunicipality = (told: Told): Told => ({ ...told, registered: '0181' })

  it('is out of everything while it is cancelled, is kept, and comes back', async () => {
    const id = freshId()
    await send(id, inMunicipality(stay))
    const before = await cohort()

    await send(id, inMunicipality(cancelled))
    const during = await cohort()
    await send(id, inMunicipality({ ...stay, sourceUpdatedAt: '2020-03-12T12:00:00Z' }))

    expect([before, during, await cohort()]).toEqual([[1], [], [1]])
    expect((await get(id, '/revisions')).body.total).toBe(3)
  })

  it('can still be read while it is cancelled', async () => {
    const id = freshId()
    await send(id, stay)
    await send(id, cancelled)

    const answer = await get(id)

    expect(answer.status).toBe(200)
    expect(answer.body.cancelled).toBe(true)
  })
})
