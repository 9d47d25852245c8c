import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished, vi } from 'vitest'
import { anEpisode } from '../support/an-episode.ts'
import type { Answer } from '../support/api.ts'
import { faultsOf, keptRevisions } from '../support/kept-revisions.ts'
import { aService } from '../support/service.ts'
import type { Acknowledged } from '../support/writers.ts'

it('a service whose disk is full answers 503 and reads on, has lost nothing that it acknowledged, and takes more when there is room', async () => {
  const connections = vi.spyOn(DatabaseSync.prototype, 'exec')
  const service = await aService()
  const [database] = connections.mock.contexts.filter((one) => one instanceof DatabaseSync)
  onTestFinished(async () => {
    connections.mockRestore()
    await service.stop()
  })
  const ids = Array.from({ length: 200 }, (_, index) => `01~full-${index}`)
  const send = (id: string): Promise<Answer> =>
    service.put('hospital-01', `/v1/episodes/${id}`, anEpisode({ body: { caseNumber: `of ${id}` } }))
  const acknowledged: Acknowledged[] = []
  // No page more than there are now: what SQLite answers then is what it answers on a full disk.
  database?.exec('PRAGMA max_page_count = 1')

  let refused: Answer | undefined
  for (const id of ids) {
    const answer = await send(id)
    if (answer.status === 503) refused ??= answer
    else acknowledged.push({ id, caseNumber: answer.body.caseNumber, revision: answer.body.revision })
  }

  expect(refused?.headers.get('content-type')).toBe('application/problem+json')
  expect(refused?.headers.get('retry-after')).toMatch(/^[0-9]+$/)
  expect(acknowledged.length).toBeLessThan(ids.length)
  const kept = async (id: string) =>
    faultsOf(
      await keptRevisions(service, id),
      acknowledged.filter((own) => own.id === id),
    )
  for (const id of ids) expect(await kept(id)).toEqual([])
  expect((await service.get('region-01', '/v1/episodes?limit=500')).body.total).toBe(acknowledged.length)

  database?.exec('PRAGMA max_page_count = 1000000')
  for (const id of ids) expect([200, 201]).toContain((await send(id)).status)

  for (const id of ids) expect((await keptRevisions(service, id)).map(({ revision }) => revision)).toEqual([1])
  expect((await service.get('region-01', '/v1/episodes?limit=500')).body.total).toBe(ids.length)
}, 60_000)
