import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { exportMonth } from '#functions/exports/export-month.ts'
import { fileKey } from '#functions/exports/file-key.ts'
import { loadDemo } from '#local/demo/load-demo.ts'
import type { Row } from '#schemas/statistics/column.ts'
import { type FormatName, formatNames } from '#schemas/statistics/format.ts'
import { tables } from '#schemas/statistics/tables.ts'
import type { PublishedExport } from '#store/export-store.ts'
import { aShelf } from '../support/a-shelf.ts'
import { anEnvironment } from '../support/an-environment.ts'
import { readCsv, readParquet, readXlsx, shownInExcel, type Texts, undefused } from '../support/read-formats.ts'

const MONTH = '2022-05'
const KNOWN_AT = '2026-01-01T00:00:00.000Z'
const REGIONS = ['01', '06', '24']

const { shelf, files } = aShelf()
let published: readonly PublishedExport[] = []

beforeAll(async () => {
  const environment = await anEnvironment({ shelf, now: () => KNOWN_AT })
  await loadDemo(environment, 'month')
  for (const region of REGIONS) await exportMonth(environment, { region, month: MONTH }, KNOWN_AT)
  const audiences = ['all', 'protected', '0136', '0180', '0180-farsta', '0680', '2480']
  const found = REGIONS.flatMap((region) =>
    audiences.map((audience) => environment.exports.published(region, audience)),
  )
  published = (await Promise.all(found)).flat()
})

const bytesOf = (of: PublishedExport, format: FormatName): Uint8Array =>
  files.get(fileKey(of, format))?.bytes ?? new Uint8Array()

const document = z.object({ rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) })

const rowsOf = (of: PublishedExport): readonly Row[] =>
  document.parse(JSON.parse(new TextDecoder().decode(bytesOf(of, 'json')))).rows

/** What each format holds, as the texts of its cells. */
const readers: Readonly<Record<string, (of: PublishedExport) => Promise<Texts>>> = {
  csv: async (of) =>
    readCsv(bytesOf(of, 'csv'), ',')
      .slice(1)
      .map((line) => line.map(undefusedOrNull)),
  'csv-excel': async (of) =>
    readCsv(bytesOf(of, 'csv-excel'), ';')
      .slice(1)
      .map((line) =>
        line.map((field, place) => {
          const shown = field === null ? null : undefused(shownInExcel(field))
          return tables[of.table].columns[place]?.type.kind === 'decimal' ? (shown?.replace(',', '.') ?? null) : shown
        }),
      ),
  xlsx: async (of) =>
    (await readXlsx(bytesOf(of, 'xlsx'), 'Tabell')).slice(1).map((line) =>
      tables[of.table].columns.map(({ type }, place) => {
        const text = line[place] ?? null
        return text !== null && type.kind === 'decimal' ? Number(text).toFixed(type.decimals) : undefusedOrNull(text)
      }),
    ),
  parquet: (of) => readParquet(bytesOf(of, 'parquet'), tables[of.table].columns),
}

const undefusedOrNull = (text: string | null): string | null => (text === null ? null : undefused(text))

const byId = (start: string): PublishedExport => {
  const found = published.find(({ id }) => id.startsWith(start))
  if (found === undefined) throw new Error(`Nothing is published as ${start}`)
  return found
}

describe('what is published of a month', () => {
  it.each(Object.keys(readers))('reads back from %s as the same tables as from JSON', async (format) => {
    expect(published.length).toBeGreaterThan(30)
    for (const each of published) {
      const expected = rowsOf(each).map((row) =>
        tables[each.table].columns.map(({ name }) => (row[name] === null ? null : `${row[name]}`)),
      )
      expect(await readers[format]?.(each), each.id).toEqual(expected)
    }
  })

  it('is what its checksums say, and so say its metadata', () => {
    for (const each of published) {
      expect(each.files.map(({ format }) => format).toSorted()).toEqual([...formatNames].toSorted())
      for (const { format, bytes, sha256 } of each.files) {
        const content = bytesOf(each, format)
        expect({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }).toEqual({
          bytes,
          sha256,
        })
      }
      const metadata = JSON.parse(new TextDecoder().decode(bytesOf(each, 'metadata')))
      expect(metadata.files).toEqual(
        each.files.filter(({ format }) => format !== 'metadata').map((file) => expect.objectContaining({ ...file })),
      )
      expect(metadata).toMatchObject({ id: each.id, knownAt: KNOWN_AT, rows: rowsOf(each).length })
    }
  })
})

const COUNTS = [
  'discharged',
  'day_zero',
  'one_day_or_more',
  'ready_days',
  'left_out',
  'undetermined',
  'without_notice',
  'index_stays',
  'readmitted_7',
  'readmitted_30',
  'unknown_7',
  'unknown_30',
]

const sumOf = (rows: readonly Row[], name: string): number => rows.reduce((sum, row) => sum + Number(row[name]), 0)

describe.each(REGIONS)('the figures of region %s', (region) => {
  it('sum from districts to the city, and from municipalities to the region', () => {
    const rows = rowsOf(byId(`${region}~${MONTH}~figures~all~`))

    for (const careType of ['somatic', 'psychiatric', 'all'] as const) {
      const own = rows.filter(({ care_type }) => care_type === careType)
      const [total, ...others] = own.filter(({ level }) => level === 'region')
      const municipalities = own.filter(({ level }) => level === 'municipality')
      const districts = own.filter(({ level }) => level === 'district')
      const city = municipalities.filter(({ municipality }) => municipality === '0180')
      expect(others).toEqual([])
      for (const name of COUNTS) {
        expect(sumOf(municipalities, name), name).toBe(Number(total?.[name]))
        if (districts.length > 0) expect(sumOf(districts, name), name).toBe(sumOf(city, name))
      }
    }
  })

  it('have each mean beside its n', () => {
    for (const row of rowsOf(byId(`${region}~${MONTH}~figures~all~`))) {
      const [days, withZero, without] = [row.ready_days, row.n_with_day_zero, row.n_without_day_zero].map(Number)
      expect(row.mean_with_day_zero).toEqual(withZero === 0 ? null : expect.stringMatching(/^\d+\.\d{4}$/))
      if (withZero !== 0) expect(Number(row.mean_with_day_zero)).toBeCloseTo((days ?? 0) / (withZero ?? 1), 4)
      if (without !== 0) expect(Number(row.mean_without_day_zero)).toBeCloseTo((days ?? 0) / (without ?? 1), 4)
      expect(withZero).toBe(row.discharged)
      expect(without).toBe(row.one_day_or_more)
    }
  })

  it('are in the series of the month too, under the rules in force', () => {
    const rows = rowsOf(byId(`${region}~${MONTH}~figures~all~`))
    const series = rowsOf(byId(`${region}~${MONTH}~series~all~`))

    const own = series.filter(({ month, basis }) => month === MONTH && basis === 'in-force')
    const shared = tables.series.columns.map(({ name }) => name).filter((name) => name !== 'basis')
    expect(own.map((row) => shared.map((name) => row[name]))).toEqual(
      rows.map((row) => shared.map((name) => row[name])),
    )
  })

  it('by national definitions count what the agreement leaves out', () => {
    const figures = rowsOf(byId(`${region}~${MONTH}~figures~all~`))
    const national = rowsOf(byId(`${region}~${MONTH}~national~all~`))

    for (const level of ['region', 'municipality'] as const) {
      const [own, theirs] = [figures, national].map((rows) =>
        rows.filter((row) => row.level === level && row.care_type === 'all'),
      )
      const inAll = ['discharged', 'left_out', 'undetermined'].reduce((sum, name) => sum + sumOf(own ?? [], name), 0)
      expect(sumOf(theirs ?? [], 'stays')).toBe(inAll)
    }
  })
})
