import { beforeEach, describe, expect, it } from 'vitest'
import { keyedEpisode } from '#functions/episodes/keyed-episode.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { type Episode, episodeBody } from '#schemas/episode.ts'
import { type EpisodeStore, episodeStore } from '#store/episode-store.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import { queryAll, type Table } from '#store/table.ts'
import { unitMonthStore } from '#store/unit-month-store.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const rotating = (versions: readonly string[]): Pseudonyms => ({
  of: async (region, number, version = versions.at(-1) ?? '1') => ({
    pseudonym: `${region}.${version}.${Buffer.from(number).toString('base64url')}`,
    keyVersion: version,
  }),
  keyVersions: async () => versions,
})

const keyed =
  (told: Told, pseudonyms: Pseudonyms) =>
  (keyVersion?: string): Promise<Episode> =>
    keyedEpisode(pseudonyms, '01', episodeBody.parse(anEpisode(told)), keyVersion)

describe('recording an episode', () => {
  let table: Table
  let episodes: EpisodeStore
  beforeEach(() => {
    table = openSqliteTable(':memory:')
    episodes = episodeStore(table)
  })

  const record = (told: Told, at = '2020-03-10T10:00:00.000Z', pseudonyms = rotating(['1'])) =>
    episodes.record({ region: '01', id: 'a', at, episodeUnder: keyed(told, pseudonyms) })

  const stay: Told = { ready: '2020-03-04 10:00', out: '2020-03-09 11:00' }

  it('takes equal content under a newer key as unchanged', async () => {
    await record(stay)

    const again = await record(stay, '2020-03-11T10:00:00.000Z', rotating(['1', '2']))

    expect(again.result).toBe('unchanged')
    expect(await episodes.revisions('01', 'a')).toHaveLength(1)
  })

  it('stores other content under the newest key, and finds the person by either', async () => {
    const pseudonyms = rotating(['1', '2'])
    await record(stay)

    const changed = await record({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00Z' }, undefined, pseudonyms)

    expect(changed).toMatchObject({ result: 'changed', current: { number: 2 } })
    const [one, two] = await Promise.all(['1', '2'].map((version) => pseudonyms.of('01', '194910029802', version)))
    expect((await episodes.person('01', one?.pseudonym ?? '')).ids).toEqual(['a'])
    expect((await episodes.person('01', two?.pseudonym ?? '')).ids).toEqual(['a'])
  })

  it('moves the row when the unit changes, and still answers what was known before', async () => {
    const unitMonths = unitMonthStore(table)
    await record(stay, '2020-03-10T10:00:00.000Z')
    await record({ ...stay, registered: '0180', sourceUpdatedAt: '2020-03-12T08:00:00Z' }, '2020-03-12T10:00:00.000Z')

    const now = await unitMonths.ofMunicipality('0136', '2020-03')
    const then = await unitMonths.ofMunicipality('0136', '2020-03', {}, '2020-03-11T00:00:00.000Z')
    const moved = await unitMonths.ofMunicipality('0180', '2020-03')

    expect(now).toHaveLength(0)
    expect(then).toMatchObject([{ id: 'a', revision: 1 }])
    expect(moved).toMatchObject([{ id: 'a', revision: 2 }])
  })

  it("never records a revision before the one it follows, even when the server's clock is set back", async () => {
    await record(stay, '2020-03-10T10:00:00.000Z')
    await record({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00Z' }, '2020-03-10T09:00:00.000Z')

    const revisions = await episodes.revisions('01', 'a')

    expect(revisions.map(({ recordedAt }) => recordedAt)).toEqual([
      '2020-03-10T10:00:00.000Z',
      '2020-03-10T10:00:00.000Z',
    ])
  })

  it('numbers the revisions of many writers at once without a gap, and keeps one row', async () => {
    const writers = Array.from({ length: 20 }, (_, index) => ({
      ...stay,
      sourceUpdatedAt: `2020-03-10T08:00:${`${index}`.padStart(2, '0')}Z`,
    }))

    const results = await Promise.all(writers.map((told) => record(told)))

    expect(results.every(({ result }) => ['created', 'changed', 'outdated'].includes(result))).toBe(true)
    const revisions = await episodes.revisions('01', 'a')
    expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    const rows = await unitMonthStore(table).ofMunicipality('0136', '2020-03')
    expect(rows).toHaveLength(1)
    expect((await episodes.current('01', 'a'))?.episode.sourceUpdatedAt).toBe('2020-03-10T08:00:19Z')
  })

  it('compares source instants by time, not by spelling', async () => {
    await record({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00Z' })

    const later = await record({ ...stay, sourceUpdatedAt: '2020-03-10T08:00:00.5Z' })

    expect(later.result).toBe('changed')
  })

  it('keeps the row of an ordinary episode within 400 bytes', async () => {
    const id = 'lsp-2020-004711'
    const told: Told = {
      registered: '0180',
      district: '0180-hagersten-liljeholmen',
      readiness: [
        { ready: '2020-03-02 09:00', withdrawn: '2020-03-04 09:00' },
        { ready: '2020-03-06 09:00', out: '2020-03-08 09:00' },
      ],
      planning: { needed: true, called: '2020-03-03 08:00' },
      openCare: 'available',
    }
    await episodes.record({
      region: '01',
      id,
      at: '2020-03-10T10:00:00.000Z',
      episodeUnder: keyed(told, rotating(['1'])),
    })

    const [row] = await queryAll(table, { pk: 'U#0180#0180-hagersten-liljeholmen#2020-03' })

    const size = Object.entries(row ?? {}).reduce((sum, [name, value]) => sum + name.length + String(value).length, 0)
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(400)
  })
})
