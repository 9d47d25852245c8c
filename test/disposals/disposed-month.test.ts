import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disposeByHand } from '#local/dispose/dispose-by-hand.ts'
import { aRetentionRule } from '../support/a-retention-rule.ts'
import { anEpisode } from '../support/an-episode.ts'
import { type Api, apiAt } from '../support/api.ts'
import { closed } from '../support/closing.ts'
import { exported } from '../support/exported.ts'
import { aService, type Service } from '../support/service.ts'

const rulesFolder = aRetentionRule('01')
let now = new Date('2020-05-20T10:00:00Z')
let service: Service
let api: Api

/** Sets the clock; tokens that were given out before have run out. */
const at = (instant: string): void => {
  now = new Date(instant)
  api = apiAt(service.url)
}

const stay = (ready: string, out: string, more: object = {}) => anEpisode({ ready, out, ...more })
const put = async (id: string, body: object): Promise<void> => {
  const { status, text } = await api.put('hospital-01', `/v1/episodes/${id}`, body)
  if (status !== 200 && status !== 201) throw new Error(text)
}
const dispose = (...words: readonly string[]) =>
  disposeByHand(words, { DATA_DIR: service.dataFolder, RULES_DIR: rulesFolder }, () => now)
const get = async (client: string, path: string) => (await api.get(client, path)).status

/** Every byte that lies in the data folder, but for the log of accesses, which is kept. */
const everything = (): string =>
  readdirSync(service.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('access-log.db'))
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n')

const plans = async (client = 'region-01') =>
  (await api.get(client, '/v1/disposal-plans')).body.plans.map(
    ({ month, status, from }: { month: string; status: string; from: string | null }) => [month, status, from],
  )

const LIABILITIES = '/v1/liabilities?month=2020-03'

beforeAll(async () => {
  service = await aService({ rulesFolder, now: () => now })
  api = service
  const march = stay('2020-03-02 10:00', '2020-03-09 10:00', { body: { ward: 'SE2321000016-MAR1' } })
  await put('01~march-stay', march)
  await put('01~march-stay', { ...march, ward: 'SE2321000016-MAR2', sourceUpdatedAt: '2020-03-10T10:00:00Z' })
  await put('01~april-stay', stay('2020-04-02 10:00', '2020-04-09 10:00'))
  // One that first ended in March, and then in April.
  await put('01~moved-stay', stay('2020-03-25 10:00', '2020-03-31 10:00', { registered: '0162' }))
  await put('01~moved-stay', stay('2020-03-25 10:00', '2020-04-02 10:00', { registered: '0162' }))
  await put('01~unended', stay('2020-03-02 10:00', '2020-03-09 10:00', { body: { discharge: null } }))
  await put('01~disputed-stay', stay('2020-02-02 10:00', '2020-02-09 10:00'))
  for (const month of ['2020-02', '2020-03']) await closed(api, '01', { agreement: 'stockholm-somatic', month })
  await exported(service, '2020-03', rulesFolder, () => now)
  const { body } = await api.get('region-01', '/v1/liabilities?month=2020-02')
  await api.post('municipality-0136', '/v1/disputes', {
    liability: body.liabilities[0].id,
    episode: '01~disputed-stay',
    reason: 'not-ready',
  })
}, 60_000)
afterAll(async () => {
  await service.stop()
  rmSync(rulesFolder, { recursive: true })
})

describe('a month whose time has passed', () => {
  it('is kept until the end of the seventh calendar year after the last of it', async () => {
    at('2027-12-31T22:59:59Z')
    expect((await dispose('--now')).lines).toEqual([])
    expect(await plans()).toEqual([
      ['2020-02', 'not-yet', '2028-01-01'],
      ['2020-03', 'not-yet', '2028-01-01'],
      ['2020-04', 'not-yet', '2028-01-01'],
    ])

    at('2028-01-08T03:00:00Z')
    expect((await dispose()).lines).toEqual([
      '01 2020-02: bevaras, en tvist är inte avgjord',
      expect.stringMatching(/^01 2020-03: ska gallras: 1 vårdtillfälle, 2 versioner, 1 underlag, \d+ exporter$/),
      '01 2020-04: ska gallras: 2 vårdtillfällen, 3 versioner',
      '01: ska gallras: 1 vårdtillfälle, 1 version',
    ])
    expect(await plans()).toEqual([
      ['2020-02', 'held', '2028-01-01'],
      ['2020-03', 'due', '2028-01-01'],
      ['2020-04', 'due', '2028-01-01'],
    ])
  })

  it('stands as it did while it is only told that it is due', async () => {
    expect((await api.get('region-01', LIABILITIES)).body.total).toBe(1)
    expect(everything()).toContain('SE2321000016-MAR2')
  })

  it('leaves nothing of itself on the disk, but other months', async () => {
    await dispose('--now')
    const left = everything()

    for (const gone of ['SE2321000016-MAR1', 'march-stay', 'moved-stay', 'unended', 'month=2020-03'])
      expect(left.includes(gone), gone).toBe(false)
    expect(left.includes('disputed-stay')).toBe(true)
  })

  it('is on record: what, how much, when and by which decision', async () => {
    const { body } = await api.get('region-01', '/v1/disposals')

    expect(body.disposals.map(({ subject, month }: { subject: string; month: string }) => [subject, month])).toEqual(
      expect.arrayContaining([
        ['month', '2020-03'],
        ['month', '2020-04'],
        ['open-stays', null],
      ]),
    )
    expect(body.disposals.find(({ month }: { month: string }) => month === '2020-03')).toMatchObject({
      region: '01',
      number: 1,
      begunAt: '2028-01-08T03:00:00.000Z',
      doneAt: '2028-01-08T03:00:00.000Z',
      retention: { version: '2' },
      decision: { decided: '2020-01-01', reference: 'RS 2020-0001' },
      documents: { episodes: 1, revisions: 2, statements: 1, corrections: 0, disputes: 0, simulations: 0 },
    })
    expect((await api.get('region-06', '/v1/disposals')).body.total).toBe(0)
    expect(await get('municipality-0136', '/v1/disposals')).toBe(404)
    expect(await plans()).toEqual([
      ['2020-02', 'held', '2028-01-01'],
      ['2020-03', 'disposed', null],
      ['2020-04', 'disposed', null],
    ])
  })

  it('is answered as disposed of, to the region and its municipalities, and is not the same as none', async () => {
    for (const path of [
      LIABILITIES,
      '/v1/episodes?month=2020-03',
      '/v1/liabilities?month=2020-03&asOf=2020-05-21T00:00:00Z',
    ])
      for (const client of ['region-01', 'municipality-0136']) expect(await get(client, path), path).toBe(410)
    expect(await get('region-01', '/v1/month-quality?agreement=stockholm-somatic&month=2020-03')).toBe(410)
    expect(await get('region-01', '/v1/delay-analyses?month=2020-03')).toBe(410)
    expect(await get('region-01', '/v1/episodes/01~march-stay')).toBe(404)
    expect(await get('region-01', '/v1/liabilities?month=2020-05')).toBe(200)
    expect(await get('municipality-0162', '/v1/liabilities?month=2020-05')).toBe(200)
  })

  it('is not closed, simulated or exported again', async () => {
    const settling = await api.post('region-01', '/v1/settlements', {
      agreement: 'stockholm-somatic',
      month: '2020-03',
    })
    const simulating = await api.post('region-01', '/v1/simulations', {
      version: 'stockholm-somatic~1.1',
      from: '2020-02',
      to: '2020-03',
    })
    const exporting = await exported(service, '2020-03', rulesFolder, () => now)

    expect(settling.status).toBe(410)
    expect(simulating.status).toBe(422)
    expect(simulating.body.errors).toMatchObject([{ pointer: '/from', rule: 'month-disposed-of' }])
    expect(exporting[0]).toBe('01 2020-03: inget nytt')
  })

  it('takes no stay any more, alone or in an import', async () => {
    const late = stay('2020-03-02 10:00', '2020-03-09 10:00')
    const alone = await api.put('hospital-01', '/v1/episodes/01~late', late)
    const imported = await api.request('hospital-01', 'POST', '/v1/episode-imports', {
      text: JSON.stringify({ id: '01~late', ...late }),
      headers: { 'content-type': 'application/x-ndjson' },
    })

    expect(alone.status).toBe(422)
    expect(alone.body.errors).toMatchObject([{ pointer: '/discharge/at', rule: 'month-disposed-of' }])
    expect(imported.body.results).toMatchObject([{ result: 'refused', errors: [{ rule: 'month-disposed-of' }] }])
    await put('01~young', stay('2027-11-02 10:00', '2027-11-09 10:00'))
  })

  it('is held by a dispute until it is decided', async () => {
    const { body } = await api.get('region-01', '/v1/disputes?month=2020-02')
    const { id } = body.disputes[0]
    await api.post('region-01', `/v1/disputes/${id}/decisions`, { outcome: 'rejected', reason: 'It was ready.' })

    expect((await dispose()).lines).toEqual(['01 2020-02: bevaras till 2036-01-01'])
    at('2036-01-08T03:00:00Z')
    expect((await dispose('--now')).lines).toEqual([
      '01 2020-02: gallrat: 1 vårdtillfälle, 1 version, 1 underlag, 1 tvist',
      '01 2027-11: gallrat: 1 vårdtillfälle, 1 version',
    ])
    expect((await dispose('--now')).lines).toEqual([])
  })
})
