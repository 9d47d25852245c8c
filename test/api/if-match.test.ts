import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const service = aSharedService()
const freshId = freshIds()

const first = anEpisode({ ready: '2020-03-04 10:00' })
const second = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })

const send = (id: string, body: unknown, ifMatch?: string) =>
  service().put('hospital-01', `/v1/episodes/${id}`, body, ifMatch === undefined ? {} : { 'if-match': ifMatch })

describe('If-Match', () => {
  it.each(['"1"', '*', '"7", "1"'])('lets a change through when %s fits the current revision', async (tag) => {
    const id = freshId()
    await send(id, first)

    const answer = await send(id, second, tag)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"2"')
  })

  it.each(['"2"', '1', 'W/"1"', '""', '"01"'])('stops a change when %s is not the current revision', async (tag) => {
    const id = freshId()
    await send(id, first)

    const answer = await send(id, second, tag)

    expect(answer.status).toBe(412)
    expect((await service().get('region-01', `/v1/episodes/${id}`)).headers.get('etag')).toBe('"1"')
  })

  it.each(['"1"', '*'])('%s stops the creation of an episode', async (tag) => {
    const id = freshId()

    const answer = await send(id, first, tag)

    expect(answer.status).toBe(412)
    expect((await service().get('region-01', `/v1/episodes/${id}`)).status).toBe(404)
  })

  it('names the current revision, not the one that arrived last', async () => {
    const id = freshId()
    await send(id, second)
    await send(id, first)

    const answer = await send(id, { ...second, sourceUpdatedAt: '2020-03-10T00:00:00Z' }, '"1"')

    expect(answer.headers.get('etag')).toBe('"3"')
  })

  it('lets an equal state through whatever it says, so that a lost answer can be asked for again', async () => {
    const id = freshId()
    await send(id, first)
    await send(id, second, '"1"')

    const answer = await send(id, second, '"1"')

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"2"')
  })

  it('lets one of several writers win, and stops the others', async () => {
    const id = freshId()
    await send(id, first)
    const changes = [1, 2, 3, 4, 5].map((minute) => ({ ...second, sourceUpdatedAt: `2020-03-10T00:0${minute}:00Z` }))

    const answers = await Promise.all(changes.map((body) => send(id, body, '"1"')))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412])
  })
})
