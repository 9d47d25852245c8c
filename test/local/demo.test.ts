import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { episodeFaults } from '#domain/episode/plausibility.ts'
import { parseEpisodeId } from '#functions/episodes/episode-reference.ts'
import { check } from '#http/faults.ts'
import { type DemoEpisode, type DemoUnitMonth, demoMonth, demoYear } from '#local/demo/demo-episodes.ts'
import { loadDemo, sendEpisode } from '#local/demo/load-demo.ts'
import { startOneMachine } from '#local/one-machine.ts'
import { episodeBody } from '#schemas/episode.ts'
import { type Api, apiAt } from '../support/api.ts'
import { aDataFolder } from '../support/service.ts'

type BeforeServing = NonNullable<Parameters<typeof startOneMachine>[0]['beforeServing']>

/** A service in this process that is left behind stopped, with its data. */
const during = async <Result>(
  dataFolder: string,
  beforeServing: BeforeServing,
  look: (api: Api) => Promise<Result>,
): Promise<Result> => {
  const log = (): void => undefined
  const server = await startOneMachine({ dataFolder, rulesFolder: 'rules', port: 0, log, beforeServing })
  try {
    return await look(apiAt(server.url))
  } finally {
    await server.stop()
  }
}

const allOf = (unitMonths: readonly DemoUnitMonth[]): readonly DemoEpisode[] => unitMonths.flatMap((make) => make())

const month = allOf(demoMonth)
const year = allOf(demoYear)
// The whole year is sent with ALL=1.
const { ALL } = process.env
const sample = ALL === undefined ? year.filter((_, index) => index % 10 === 0) : year

const counties = ['01', '03', '06', '24']

/** Every stored revision with its time of storing. */
const everyRevision = async (api: Api): Promise<readonly unknown[]> => {
  const lists = await Promise.all(
    month.map(({ id }) => api.get(`hospital-${id.slice(0, 2)}`, `/v1/episodes/${id}/revisions`)),
  )
  return lists.map(({ body }) => body.revisions)
}

describe('the demo episodes', () => {
  it('are the same bytes every time', () => {
    expect(JSON.stringify(allOf(demoMonth))).toBe(JSON.stringify(month))
    expect(JSON.stringify(allOf(demoYear))).toBe(JSON.stringify(year))
  })

  it('are all acceptable', () => {
    const faults = year.flatMap(({ id, body }) => {
      const checked = check(episodeBody, body)
      const found = checked.accepted ? episodeFaults(checked.value, '2022-12-31T23:00:00Z') : checked.faults
      return typeof parseEpisodeId(id) === 'string' || found.length > 0 ? [{ id, found }] : []
    })

    expect(faults).toEqual([])
  })

  it('are of persons in the official test series alone, most of them 65 or older', () => {
    const numbers = year.map(({ body }) => body.patient.identity.value)
    const old = numbers.filter((number) => Number(number.slice(0, 4)) <= 1956)

    expect(numbers.filter((number) => !/^(19|20)[0-9]{6}9[89][0-9]{2}$/.test(number))).toEqual([])
    expect(old.length / numbers.length).toBeGreaterThan(0.6)
  })

  it('have ids of their own, and the year holds the month', () => {
    const byId = new Map(year.map(({ id, body }) => [id, body]))

    expect(byId.size).toBe(year.length)
    expect(month.filter(({ id, body }) => JSON.stringify(byId.get(id)) !== JSON.stringify(body))).toEqual([])
  })
})

describe('the demo month, once the service has started with it', () => {
  const dataFolder = aDataFolder()
  let liabilities: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  beforeAll(async () => {
    liabilities = await during(
      dataFolder,
      (environment) => loadDemo(environment, 'month'),
      async (api) => {
        const lists = await Promise.all(
          counties.map((county) => api.get(`region-${county}`, '/v1/liabilities?month=2022-05&limit=500')),
        )
        return new Map(lists.flatMap(({ body }) => body.liabilities.map((each: { id: string }) => [each.id, each])))
      },
    )
  })
  afterAll(() => rmSync(dataFolder, { recursive: true }))

  it.each([
    ['01~stockholm-somatic~3.1~0136~2022-05', '8.80', '81840.00'],
    ['01~stockholm-psychiatric~1.1~0136~2022-05', '4.00', '37200.00'],
    ['01~stockholm-somatic~3.1~0180-farsta~2022-05', '4.40', '40920.00'],
    ['06~jonkoping~2.1~0680~2022-05', '42.00', '390600.00'],
  ])('%s is %s days and %s', (id, days, amount) => {
    expect(liabilities.get(id)).toMatchObject({ liable: true, days, amount, missing: [], bounds: null })
  })

  it('leaves the days of Umeå to the joint group', () => {
    expect(liabilities.get('24~vasterbotten~1.1~2480~2022-05')).toMatchObject({
      liable: null,
      review: 'pending',
      days: '7.00',
      amount: '65100.00',
    })
  })

  it('has a month in Tyresö that cannot be decided, between bounds', () => {
    expect(liabilities.get('01~stockholm-somatic~3.1~0138~2022-05')).toMatchObject({
      days: null,
      missing: ['planning.needed'],
      bounds: { least: { days: '1.50' }, most: { days: '7.20' } },
    })
    expect(liabilities.size).toBe(6)
  })

  it('is not stored again at the next start, nor when all of it is sent again', async () => {
    const before = await during(dataFolder, async () => undefined, everyRevision)

    const after = await during(dataFolder, (environment) => loadDemo(environment, 'month'), everyRevision)
    const sentAgain = await during(
      dataFolder,
      async (environment) => {
        for (const episode of month) await sendEpisode(environment, episode)
      },
      everyRevision,
    )

    expect(after).toEqual(before)
    expect(sentAgain).toEqual(before)
  })

  it('completes what an interrupted start has left', async () => {
    const interrupted = aDataFolder()
    const first = async (api: Api) => (await api.get('region-01', '/v1/episodes?limit=1')).body.total
    const before = await during(
      interrupted,
      async (environment) => {
        for (const episode of month.slice(0, 5)) await sendEpisode(environment, episode)
      },
      first,
    )

    const after = await during(interrupted, (environment) => loadDemo(environment, 'month'), everyRevision)

    expect(before).toBe(5)
    expect(after.map((revisions) => (revisions as readonly unknown[]).length)).toEqual(month.map(() => 1))
    rmSync(interrupted, { recursive: true })
  })
})

it('the demo year is received by every region', async () => {
  const dataFolder = aDataFolder()

  const totals = await during(
    dataFolder,
    async (environment) => {
      for (const episode of sample) await sendEpisode(environment, episode)
    },
    (api) =>
      Promise.all(counties.map(async (county) => (await api.get(`region-${county}`, '/v1/episodes')).body.total)),
  )

  expect(totals).toEqual(counties.map((county) => sample.filter(({ id }) => id.startsWith(`${county}~`)).length))
  rmSync(dataFolder, { recursive: true })
})
