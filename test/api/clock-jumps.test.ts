import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import { type Api, apiAt } from '../support/api.ts'
import { closed } from '../support/closing.ts'
import { simulated } from '../support/rule-editor.ts'
import { aService, type Service } from '../support/service.ts'

const PRESENT = Date.parse('2026-11-01T12:00:00Z')
const YEAR = 365 * 24 * 60 * 60 * 1000

let at = PRESENT
/** Sets the service's clock; tokens are new, as a client asks for when its own are refused. */
const clockAt = (milliseconds: number): Api => {
  at = milliseconds
  return apiAt(service.url)
}
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

let service: Service
beforeAll(async () => {
  // Rules that are published later than what is asked about are none of its time.
  at = PRESENT - 2 * YEAR
  service = await aService({ now: () => new Date(at) })
})
afterAll(() => service.stop())

/** Forward by a minute at each test, so that what one has kept is before the next. */
let present = PRESENT
beforeEach(() => {
  present += 60_000
})

const stay = (month: string, sourceUpdatedAt: string, out = '07') =>
  anEpisode({
    ready: `${month}-02 10:00`,
    out: `${month}-${out} 15:00`,
    placedBy: '0136',
    openCare: 'available',
    sourceUpdatedAt,
  })

const revisionsOf = async (api: Api, id: string, query = '') =>
  (await api.get('region-01', `/v1/episodes/${id}/revisions${query}`)).body.revisions

const recordedOf = async (api: Api, id: string): Promise<readonly string[]> =>
  (await revisionsOf(api, id)).map(({ recordedAt }: { readonly recordedAt: string }) => recordedAt)

describe('when the clock has been set back by a year, and forward again', () => {
  it('revisions are kept, and none is recorded before the one before it', async () => {
    const first = await clockAt(present).put(
      'hospital-01',
      '/v1/episodes/01~a',
      stay('2020-03', '2020-04-01T10:00:00Z'),
    )
    const second = await clockAt(present - YEAR).put(
      'hospital-01',
      '/v1/episodes/01~a',
      stay('2020-03', '2020-04-02T10:00:00Z', '08'),
    )
    const third = await clockAt(present + 1).put(
      'hospital-01',
      '/v1/episodes/01~a',
      stay('2020-03', '2020-04-03T10:00:00Z', '09'),
    )

    expect([first.status, second.status, third.status]).toEqual([201, 200, 200])
    expect(await recordedOf(clockAt(present + 2), '01~a')).toEqual([present, present, present + 1].map(instant))
  })

  it('every answer of an earlier instant says the same, whatever the clock says now', async () => {
    const before = clockAt(present)
    await before.put('hospital-01', '/v1/episodes/01~b', stay('2020-05', '2020-06-01T10:00:00Z'))
    await clockAt(present - YEAR).put('hospital-01', '/v1/episodes/01~b', stay('2020-05', '2020-06-02T10:00:00Z', '09'))

    const told = async (now: number, asOf: number) => {
      const api = clockAt(now)
      const paths = [
        `/v1/episodes/01~b?asOf=${instant(asOf)}`,
        `/v1/episodes/01~b/decision?asOf=${instant(asOf)}`,
        `/v1/episodes?month=2020-05&asOf=${instant(asOf)}`,
        `/v1/liabilities?month=2020-05&asOf=${instant(asOf)}`,
      ]
      return Promise.all(
        paths.map(async (path) => {
          const { status, body } = await api.get('region-01', path)
          return status === 200 ? body : status
        }),
      )
    }
    for (const asOf of [present - YEAR, present - 1, present, present + 1]) {
      const now = await told(present + 2, asOf)
      expect(await told(present - YEAR, asOf)).toEqual(now)
      expect(await told(present + YEAR, asOf)).toEqual(now)
      const [episode, decision, episodes, liabilities] = now
      // One and the same in every answer.
      const isKnown = asOf >= present
      expect([episode === 404, decision === 404]).toEqual([!isKnown, !isKnown])
      expect([episodes.total, liabilities.total]).toEqual(isKnown ? [1, 1] : [0, 0])
      if (isKnown) expect([episode.revision, episodes.episodes[0].revision]).toEqual([2, 2])
    }
  })

  it('tokens are taken by their times: none of the future, none that has ended', async () => {
    const [now, back] = [clockAt(present), apiAt(service.url)]
    const path = '/v1/agreements'
    expect((await now.get('region-01', path)).status).toBe(200)
    clockAt(present - YEAR)

    const ofTheFuture = await now.get('region-01', path)
    const own = await back.get('region-01', path)
    clockAt(present + 1_000)
    const again = await now.get('region-01', path)
    const ended = await back.get('region-01', path)

    expect([ofTheFuture.status, own.status, again.status, ended.status]).toEqual([401, 200, 200, 401])
  })

  it('a closed month stays closed, and is corrected in order', async () => {
    const ID = '01~stockholm-somatic~1.1~0136~2020-07'
    await clockAt(present).put('hospital-01', '/v1/episodes/01~c', stay('2020-07', '2020-08-01T10:00:00Z'))
    await closed(clockAt(present), '01', { agreement: 'stockholm-somatic', month: '2020-07' })
    const statement = await clockAt(present).get('municipality-0136', `/v1/liabilities/${ID}/receipt`)

    const back = clockAt(present - YEAR)
    const receipt = await back.get('municipality-0136', `/v1/liabilities/${ID}/receipt`)
    await back.put('hospital-01', '/v1/episodes/01~c', stay('2020-07', '2020-08-02T10:00:00Z', '10'))
    const first = await corrected(back, ID, 1)
    const again = await closed(back, '01', { agreement: 'stockholm-somatic', month: '2020-07' })
    const forward = clockAt(present + 1_000)
    await forward.put('hospital-01', '/v1/episodes/01~c', stay('2020-07', '2020-08-03T10:00:00Z', '12'))
    const both = await corrected(forward, ID, 2)

    expect(receipt.text).toBe(statement.text)
    expect(statement.status).toBe(200)
    expect([first.status, both.status, again.body.status]).toEqual(['final', 'final', 'closed'])
    expect(both.corrections[0]).toEqual(first.corrections[0])
    expect(both.corrections.map(({ recordedAt }: { recordedAt: string }) => recordedAt)).toEqual(
      [present, present + 1_000].map(instant),
    )
    const then = await forward.get('municipality-0136', `/v1/liabilities/${ID}?asOf=${instant(present - YEAR + 1)}`)
    expect(then.status).toBe(404)
  })

  it('tasks are performed, those of before the jump too', async () => {
    const asked = { version: 'stockholm-somatic~3.1', from: '2020-03', to: '2020-04' }

    const before = await simulated(clockAt(present), '01', asked)
    const back = await simulated(clockAt(present - YEAR), '01', asked)
    const begun = await clockAt(present + YEAR).post('region-01', '/v1/simulations', asked)
    const forward = await simulated(clockAt(present), '01', asked)

    expect([before, back, forward].map(({ body }) => body.status)).toEqual(['done', 'done', 'done'])
    expect(await waiting()).toBe(0)
    expect(begun.status).toBe(202)
  })

  it('who has looked is kept in the month of the clock, and listed there', async () => {
    const looked = async (now: number) => {
      const api = clockAt(now)
      await api.put('hospital-01', '/v1/episodes/01~d', stay('2020-09', '2020-10-01T10:00:00Z'))
      const answer = await api.get('region-01', '/v1/episodes/01~d')
      expect(answer.status).toBe(200)
      const log = await api.get('region-01', '/v1/access-log?episode=01~d&sub=region-01&limit=500')
      return log.body.accesses.filter(({ route }: { route: string }) => route === 'GET /v1/episodes/{episode}')
    }

    const lists = [await looked(present), await looked(present - YEAR), await looked(present + 1)]

    expect(lists.map((each) => each.length)).toEqual([1, 1, 2])
    expect(lists[1]?.[0]?.at).toBe(instant(present - YEAR))
    const asked = { identity: TEST_PERSON, from: '2025-11', to: '2025-11' }
    const extract = await clockAt(present + 2).post('region-01', '/v1/access-log-extracts', asked)
    expect(extract.status).toBe(200)
    expect(extract.body.total).toBeGreaterThan(0)
  })

  it('what happened later than the clock says is refused until it is that late', async () => {
    const late = stay('2026-08', '2026-09-01T10:00:00Z')

    const back = await clockAt(present - YEAR).put('hospital-01', '/v1/episodes/01~e', late)
    const forward = await clockAt(present).put('hospital-01', '/v1/episodes/01~e', late)

    expect([back.status, forward.status]).toEqual([422, 201])
  })
})

/** A liability once it has so many corrections. */
const corrected = async (api: Api, id: string, count: number) => {
  for (let waited = 0; waited < 500; waited += 1) {
    const { body } = await api.get('municipality-0136', `/v1/liabilities/${id}`)
    if (body.corrections?.length >= count) return body
    await setTimeout(20)
  }
  throw new Error('Waited in vain for a correction')
}

/** How many tasks wait, once there are none or it has been long enough. */
const waiting = async (): Promise<number> => {
  const database = new DatabaseSync(join(service.dataFolder, 'fristdag.db'), { readOnly: true })
  const count = () => Number(database.prepare("SELECT count(*) AS tasks FROM item WHERE pk = 'TASKS'").get()?.tasks)
  for (let waited = 0; count() > 0 && waited < 500; waited += 1) await setTimeout(20)
  const left = count()
  database.close()
  return left
}
