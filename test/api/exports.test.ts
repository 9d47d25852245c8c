import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'
import { closed } from '../support/closing.ts'
import { exported } from '../support/exported.ts'

const service = aSharedService()

type Told = { readonly home: string; readonly district?: string; readonly days: readonly number[] }

/** Stays in March 2020 by their ready days, of units large and small. */
const told: readonly Told[] = [
  { home: '0136', days: [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6] },
  { home: '0162', days: [1, 4] },
  { home: '0163', days: [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2] },
  { home: '0180', district: '0180-farsta', days: [0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 9] },
  { home: '0180', district: '0180-skarpnack', days: [0, 3] },
  { home: '0380', days: [5] },
]

const stays = () =>
  told.flatMap(({ home, district, days }) =>
    days.map((readyDays, index) => ({
      id: `01~${district ?? home}-${index}`,
      ...anEpisode({
        registered: home,
        ...(district === undefined ? {} : { district }),
        ready: '2020-03-10 09:00',
        out: `2020-03-${10 + readyDays} 15:00`,
      }),
    })),
  )

const listOf = async (client: string, query = '?limit=500') =>
  (await service().get(client, `/v1/exports${query}`)).body.exports ?? []

const idsOf = async (client: string, query?: string): Promise<string[]> =>
  (await listOf(client, query)).map(({ id }: { id: string }) => id)

const fileOf = async (client: string, href: string): Promise<{ response: Response; bytes: Buffer }> => {
  const { status, headers } = await service().request(client, 'GET', href)
  expect(status).toBe(302)
  const response = await fetch(headers.get('location') ?? '')
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

const rowsOf = async (client: string, id: string) =>
  JSON.parse((await fileOf(client, `/v1/exports/${id}/json`)).bytes.toString()).rows as Record<string, unknown>[]

beforeAll(async () => {
  const lines = stays().map((stay) => JSON.stringify(stay))
  await service().request('hospital-01', 'POST', '/v1/episode-imports', {
    text: lines.join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  await closed(service(), '01', { agreement: 'stockholm-somatic', month: '2020-03' })
  await exported(service(), '2020-03')
})

describe('the list of exports', () => {
  it('shows a region its own, exact and protected', async () => {
    expect(await idsOf('region-01')).toEqual([
      '01~2020-03~figures~all~1',
      '01~2020-03~left-out~all~1',
      '01~2020-03~national~all~1',
      '01~2020-03~series~all~1',
      '01~2020-03~figures~protected~1',
      '01~2020-03~left-out~protected~1',
      '01~2020-03~national~protected~1',
    ])
  })

  it('shows a municipality its own, from every region, and what is protected', async () => {
    const own = await idsOf('municipality-0136', '?limit=500&table=figures')
    const elsewhere = await idsOf('municipality-0380', '?limit=500&table=figures')

    expect(own).toEqual(['01~2020-03~figures~0136~1', '01~2020-03~figures~protected~1'])
    expect(elsewhere).toEqual(['01~2020-03~figures~0380~1', '01~2020-03~figures~protected~1'])
  })

  it('shows another region nothing, and refuses it what it names', async () => {
    expect(await idsOf('region-06')).toEqual([])
    expect((await service().get('region-06', '/v1/exports?region=01')).status).toBe(404)
  })

  it('shows a municipality of another county what is protected, when it asks for it', async () => {
    expect(await idsOf('municipality-0680')).toEqual([])
    expect(await idsOf('municipality-0680', '?region=01&table=figures')).toEqual(['01~2020-03~figures~protected~1'])
  })

  it('narrows by month', async () => {
    expect(await idsOf('region-01', '?month=2020-02')).toEqual([])
  })
})

describe('a file of an export', () => {
  it('is redirected to at an address that lasts a minute, and is what its checksum says', async () => {
    const [{ id, files }] = await listOf('municipality-0136', '?table=figures')

    for (const { href, format, bytes, sha256 } of files) {
      const got = await fileOf('municipality-0136', href)
      expect(got.response.status).toBe(200)
      expect(got.response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="fristdag-01-2020-03-figures-0136-r1\./,
      )
      expect(got.bytes.length).toBe(bytes)
      expect(createHash('sha256').update(got.bytes).digest('hex')).toBe(sha256)
      expect(href).toBe(`/v1/exports/${id}/${format}`)
    }
  })

  it('is not there for who may not have it, in a format that there is not, or under no id', async () => {
    const statusOf = async (client: string, path: string) => (await service().get(client, `/v1/exports/${path}`)).status

    expect(await statusOf('municipality-0162', '01~2020-03~figures~0136~1/csv')).toBe(404)
    expect(await statusOf('municipality-0136', '01~2020-03~figures~all~1/csv')).toBe(404)
    expect(await statusOf('region-06', '01~2020-03~figures~protected~1/csv')).toBe(404)
    expect(await statusOf('region-01', '01~2020-03~figures~all~1/pdf')).toBe(404)
    expect(await statusOf('region-01', '01~2020-03~figures~all~2/csv')).toBe(404)
    expect(await statusOf('region-01', 'anything/csv')).toBe(404)
  })

  it('of what is told to a municipality is there for its region too', async () => {
    expect((await service().request('region-01', 'GET', '/v1/exports/01~2020-03~figures~0136~1/csv')).status).toBe(302)
  })
})

describe('the figures', () => {
  it('of each unit are what the API answers for its liabilities, closed or not', async () => {
    const { liabilities } = (await service().get('region-01', '/v1/liabilities?month=2020-03&limit=500')).body
    const rows = await rowsOf('region-01', '01~2020-03~figures~all~1')

    for (const liability of liabilities) {
      const own = rows.filter(
        (row) =>
          row.agreement === liability.rule.agreement &&
          row.municipality === liability.municipality &&
          row.district === liability.district &&
          row.agreement_n !== null,
      )
      expect(own).toEqual([
        expect.objectContaining({
          discharged: liability.cohort.episodes,
          day_zero: liability.cohort.dayZero,
          ready_days: Number(liability.cohort.readyDays),
          agreement_mean: liability.cohort.average,
          agreement_n: liability.cohort.episodes,
          liable: liability.liable ? 'yes' : 'no',
          liable_days: liability.days,
          amount: liability.amount,
          status: liability.status,
          billing: liability.billing,
        }),
      ])
    }
    expect(liabilities).toHaveLength(6)
  })

  it('of a municipality are its own rows alone, the same as its region sees', async () => {
    const all = await rowsOf('region-01', '01~2020-03~figures~all~1')
    const own = await rowsOf('municipality-0180', '01~2020-03~figures~0180~1')

    expect(own).toEqual(all.filter(({ municipality }) => municipality === '0180'))
    expect(own.length).toBeGreaterThan(4)
  })

  it('that everyone is told have no count below five, nor one from which another follows', async () => {
    const rows = await rowsOf('municipality-0126', '01~2020-03~figures~protected~1')

    const somatic = rows.filter(({ care_type }) => care_type === 'somatic')
    const names = somatic
      .filter(({ hidden }) => `${hidden}`.split(' ').includes('stays'))
      .map((row) => row.district ?? row.municipality)
    expect(names).toEqual(expect.arrayContaining(['0162', '0180-skarpnack']))
    for (const row of rows)
      for (const name of ['discharged', 'day_zero', 'one_day_or_more', 'ready_days', 'left_out', 'index_stays'])
        expect([null, 0]).toSatisfy(
          ([empty, zero]) => row[name] === empty || row[name] === zero || Number(row[name]) >= 5,
        )
  })
})

describe('a month that has changed', () => {
  it('is published again, beside what was', async () => {
    await service().put(
      'hospital-01',
      '/v1/episodes/01~0136-late',
      anEpisode({ ready: '2020-03-10 09:00', out: '2020-03-12 15:00' }),
    )

    await exported(service(), '2020-03')

    const own = await listOf('municipality-0136', '?table=figures')
    expect(own.map(({ id, isNewest }: { id: string; isNewest: boolean }) => [id, isNewest])).toEqual([
      ['01~2020-03~figures~0136~2', true],
      ['01~2020-03~figures~0136~1', false],
      expect.arrayContaining([true]),
      expect.arrayContaining([false]),
    ])
    const [unchanged] = await listOf('municipality-0163', '?table=figures')
    expect(unchanged.id).toBe('01~2020-03~figures~0163~1')
  })
})
