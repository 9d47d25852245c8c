import { describe, expect, it } from 'vitest'
import type { ExportContent } from '#functions/exports/export-content.ts'
import { type ContentsAt, publishMonth } from '#functions/exports/publish-month.ts'
import { remakeMonth } from '#functions/exports/remake-month.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { tables } from '#schemas/statistics/tables.ts'
import type { ExportFile } from '#store/export-files.ts'
import { exportStore } from '#store/export-store.ts'
import { TableBusyError } from '#store/table.ts'

const MONTH = { region: '01', month: '2020-03' }
const [FIRST, SECOND, THIRD] = ['2020-04-13T05:00:00.000Z', '2020-05-03T05:00:00.000Z', '2020-05-13T05:00:00.000Z']

/** A shelf in memory that can end the process at a file. */
const aShelf = () => {
  const files = new Map<string, ExportFile>()
  let endAt: number | undefined
  return {
    files,
    endAtFile: (nth: number | undefined) => {
      endAt = nth
    },
    keep: async (key: string, file: ExportFile) => {
      if (endAt !== undefined && endAt-- === 0) throw new Error('The process ends')
      if (!files.has(key)) files.set(key, file)
    },
  }
}

const content = (audience: string, stays: number): ExportContent => ({
  audience,
  table: {
    name: 'national',
    ...tables.national,
    rows: [{ ...Object.fromEntries(tables.national.columns.map(({ name }) => [name, null])), month: '2020-03', stays }],
  },
  rules: [],
  definitions: [],
  suppression: null,
})

/** What there is to say by the instant at which it is known. */
const telling =
  (said: (knownAt: string) => readonly ExportContent[]): ContentsAt =>
  async (knownAt) => ({ contents: said(knownAt), pattern: null })

const aPublishing = () => {
  const shelf = aShelf()
  const exports = exportStore(openSqliteTable(':memory:'))
  return { shelf, exports, now: () => '2026-01-01T00:00:00.000Z' }
}

describe('publishing a month', () => {
  it('keeps every format of each export, and tells of it once its files are there', async () => {
    const publishing = aPublishing()

    const revision = await publishMonth(
      publishing,
      MONTH,
      telling(() => [content('all', 5)]),
      FIRST,
    )

    expect(revision).toBe(1)
    const [published] = await publishing.exports.published('01', 'all')
    expect(published).toMatchObject({ id: '01~2020-03~national~all~1', knownAt: FIRST, revision: 1 })
    expect(published?.files.map(({ format }) => format)).toEqual([
      'csv',
      'csv-excel',
      'xlsx',
      'json',
      'report',
      'parquet',
      'metadata',
    ])
    expect(publishing.shelf.files.size).toBe(7)
  })

  it('again adds nothing while there is nothing new to say', async () => {
    const publishing = aPublishing()
    const contentsAt = telling(() => [content('all', 5)])
    await publishMonth(publishing, MONTH, contentsAt, FIRST)
    const before = new Map(publishing.shelf.files)

    expect(await publishMonth(publishing, MONTH, contentsAt, SECOND)).toBeUndefined()

    expect(publishing.shelf.files).toEqual(before)
  })

  it('that has changed adds a revision of what has, beside the old', async () => {
    const publishing = aPublishing()
    await publishMonth(
      publishing,
      MONTH,
      telling(() => [content('all', 5), content('0136', 2)]),
      FIRST,
    )

    const revision = await publishMonth(
      publishing,
      MONTH,
      telling(() => [content('all', 6), content('0136', 2)]),
      SECOND,
    )

    expect(revision).toBe(2)
    expect((await publishing.exports.published('01', 'all')).map((each) => each.revision)).toEqual([1, 2])
    expect((await publishing.exports.published('01', '0136')).map((each) => each.revision)).toEqual([1])
  })

  it('that has changed back is told anew, since what stands is what was told last', async () => {
    const publishing = aPublishing()
    const stays = new Map([
      [FIRST, 5],
      [SECOND, 6],
      [THIRD, 5],
    ])
    const contentsAt = telling((knownAt) => [content('all', stays.get(knownAt) ?? 0)])

    for (const at of [FIRST, SECOND, THIRD]) await publishMonth(publishing, MONTH, contentsAt, at)

    expect((await publishing.exports.published('01', 'all')).map((each) => each.revision)).toEqual([1, 2, 3])
  })

  it('when the clock has been set back still tells what was known, and in order', async () => {
    const publishing = aPublishing()
    const known = [FIRST, SECOND]
    const contentsAt = telling((knownAt) => [content('all', known.filter((at) => at <= knownAt).length)])
    await publishMonth(publishing, MONTH, contentsAt, SECOND)

    const unchanged = await publishMonth(publishing, MONTH, contentsAt, FIRST)
    known.push(FIRST)
    const revision = await publishMonth(publishing, MONTH, contentsAt, FIRST)

    expect([unchanged, revision]).toEqual([undefined, 2])
    const published = await publishing.exports.published('01', 'all')
    expect(published.map((each) => [each.revision, each.knownAt])).toEqual([
      [1, SECOND],
      [2, SECOND],
    ])
  })

  it.each([0, 1, 6, 7, 13])(
    'that ended at file %i is completed to the same bytes by whoever comes next',
    async (nth) => {
      const contentsAt = telling((knownAt) => [content('all', knownAt === FIRST ? 5 : 6), content('0136', 2)])
      const whole = aPublishing()
      await publishMonth(whole, MONTH, contentsAt, FIRST)
      await publishMonth(whole, MONTH, contentsAt, SECOND)
      const publishing = aPublishing()
      publishing.shelf.endAtFile(nth)
      await expect(publishMonth(publishing, MONTH, contentsAt, FIRST)).rejects.toThrow('The process ends')
      publishing.shelf.endAtFile(undefined)

      expect(await publishMonth(publishing, MONTH, contentsAt, SECOND)).toBe(2)

      expect(publishing.shelf.files).toEqual(whole.shelf.files)
      expect(await publishing.exports.published('01', 'all')).toEqual(await whole.exports.published('01', 'all'))
      expect((await publishing.exports.publications('01', '2020-03')).map(({ state }) => state)).toEqual([
        'done',
        'done',
      ])
    },
  )

  it('that was interrupted and no longer comes out the same is given up, and what is true told anew', async () => {
    const publishing = aPublishing()
    publishing.shelf.endAtFile(3)
    await expect(
      publishMonth(
        publishing,
        MONTH,
        telling(() => [content('all', 5)]),
        FIRST,
      ),
    ).rejects.toThrow()
    publishing.shelf.endAtFile(undefined)

    expect(
      await publishMonth(
        publishing,
        MONTH,
        telling(() => [content('all', 7)]),
        SECOND,
      ),
    ).toBe(2)

    const publications = await publishing.exports.publications('01', '2020-03')
    expect(publications.map(({ state }) => state)).toEqual(['given-up', 'done'])
    expect((await publishing.exports.published('01', 'all')).map(({ revision }) => revision)).toEqual([2])
  })

  it('by two at once makes one of them try again', async () => {
    const publishing = aPublishing()
    const contentsAt = telling(() => [content('all', 5)])
    const { begin } = publishing.exports
    const racing = {
      ...publishing,
      exports: {
        ...publishing.exports,
        begin: async (...of: Parameters<typeof begin>) => {
          await publishMonth(publishing, MONTH, contentsAt, FIRST)
          return begin(...of)
        },
      },
    }

    await expect(publishMonth(racing, MONTH, contentsAt, SECOND)).rejects.toThrow(TableBusyError)

    expect(await publishMonth(publishing, MONTH, contentsAt, SECOND)).toBeUndefined()
  })
})

describe('making a month again', () => {
  it('finds every file the same, and one that is not', async () => {
    const publishing = aPublishing()
    const contentsAt = telling((knownAt) => [content('all', knownAt === FIRST ? 5 : 6), content('0136', 2)])
    await publishMonth(publishing, MONTH, contentsAt, FIRST)
    await publishMonth(publishing, MONTH, contentsAt, SECOND)

    const same = await remakeMonth(publishing.exports, MONTH, contentsAt)
    const other = await remakeMonth(
      publishing.exports,
      MONTH,
      telling(() => [content('all', 5)]),
    )

    expect(same.map(({ id, result }) => [id, result])).toEqual([
      ['01~2020-03~national~all~1', 'same'],
      ['01~2020-03~national~0136~1', 'same'],
      ['01~2020-03~national~all~2', 'same'],
    ])
    expect(other.map(({ result }) => result)).toEqual(['same', 'missing', 'differs'])
  })
})
