import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()

const stay: Told = { ready: '2020-03-02 10:00', out: '2020-03-07 15:00' }
const at = (path: string, instant: string, client = 'region-01') =>
  service().get(client, `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(instant)}`)

/** Records an episode of Haninge that a later revision makes Täby's, and tells when the first was recorded. */
const movedAway = async (id: string): Promise<{ readonly path: string; readonly recordedAt: string }> => {
  const path = `/v1/episodes/01~${id}`
  const first = { ...stay, registered: '0136', body: { sourceUpdatedAt: '2020-03-08T10:00:00Z' } }
  await service().put('hospital-01', path, anEpisode(first))
  const { recordedAt } = (await service().get('region-01', path)).body
  await new Promise((later) => setTimeout(later, 5))
  const second = { ...stay, registered: '0160', body: { sourceUpdatedAt: '2020-03-09T10:00:00Z' } }
  await service().put('hospital-01', path, anEpisode(second, '0160'))
  return { path, recordedAt }
}

describe('an episode, asked for as of an instant', () => {
  it('is the revision that counted then, with its decision', async () => {
    const { path, recordedAt } = await movedAway('moved-1')

    expect((await at(path, recordedAt)).body).toMatchObject({ revision: 1 })
    expect((await service().get('region-01', path)).body).toMatchObject({ revision: 2 })
    expect((await at(`${path}/decision`, recordedAt)).body).toMatchObject({ liableUnit: { municipality: '0136' } })
    expect((await service().get('region-01', `${path}/decision`)).body).toMatchObject({
      liableUnit: { municipality: '0160' },
    })
  })

  it('is not there before it was recorded', async () => {
    const { path } = await movedAway('moved-2')

    expect((await at(path, '2020-01-01T00:00:00Z')).status).toBe(404)
    expect((await at(`${path}/decision`, '2020-01-01T00:00:00Z')).status).toBe(404)
    expect((await at('/v1/episodes?month=2020-03', '2020-01-01T00:00:00Z')).body).toMatchObject({ total: 0 })
  })

  it('is shown to the municipality that was liable then, and to the other only since', async () => {
    const { path, recordedAt } = await movedAway('moved-3')

    const statuses = async (client: string) => [
      (await at(path, recordedAt, client)).status,
      (await service().get(client, path)).status,
    ]
    expect(await statuses('municipality-0136')).toEqual([200, 404])
    expect(await statuses('municipality-0160')).toEqual([404, 200])
  })

  it.each(['yesterday', '2020-02-30T10:00:00Z', '2020-03-01'])('is refused for "%s"', async (instant) => {
    const { path } = await movedAway('moved-4')

    expect((await at(path, instant)).status).toBe(422)
    expect((await at(`${path}/decision`, instant)).status).toBe(422)
    expect((await at('/v1/rule-calendar?region=01', instant)).status).toBe(422)
  })
})

describe('the rule calendar as of an instant', () => {
  it('is empty before any rule was published, and afterwards what it is now', async () => {
    const now = await service().get('region-06', '/v1/rule-calendar?region=06')

    expect((await at('/v1/rule-calendar?region=06', '2018-01-01T00:00:00Z')).body).toEqual({
      region: '06',
      segments: [],
      faults: [],
    })
    expect((await at('/v1/rule-calendar?region=06', '2099-01-01T00:00:00Z')).body).toEqual(now.body)
    expect(now.body.segments.length).toBeGreaterThan(3)
  })
})
