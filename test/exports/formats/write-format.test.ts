import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type TableFormat, writeFormat } from '#functions/exports/formats/write-format.ts'
import { aStatisticsTable, someExportFacts } from '#test/support/a-statistics-table.ts'

// What a file of each format begins with.
const BEGINNINGS: readonly (readonly [TableFormat, string])[] = [
  ['csv', 'month,region'],
  ['csv-excel', '\ufeffMånad;'],
  ['xlsx', 'PK\u0003\u0004'],
  ['parquet', 'PAR1'],
  ['json', '{"id":"01~2020-03'],
  ['report', '<!doctype html>'],
]
const formats = BEGINNINGS.map(([format]) => format)
const table = aStatisticsTable()
const facts = someExportFacts()
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

// The same in a process of its own, which prints the hashes of all formats.
const ELSEWHERE = `
import { createHash } from 'node:crypto'
const { writeFormat } = await import('#functions/exports/formats/write-format.ts')
const { aStatisticsTable, someExportFacts } = await import('#test/support/a-statistics-table.ts')
for (const format of ${JSON.stringify(formats)}) {
  const bytes = await writeFormat(format, aStatisticsTable(), someExportFacts())
  console.log(createHash('sha256').update(bytes).digest('hex'))
}`

describe('a table in a format', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each(BEGINNINGS)('is written as %s', async (format, beginning) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeFormat(format, table, facts))

    expect(text.startsWith(beginning)).toBe(true)
  })

  it.each(formats)('is the same bytes whenever it is written as %s', async (format) => {
    const first = await writeFormat(format, table, facts)

    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-05T23:59:59Z') })
    const later = await writeFormat(format, aStatisticsTable(), someExportFacts())

    expect(Buffer.compare(later, first)).toBe(0)
  })

  it('is the same bytes in another process, another time zone and another language', async () => {
    const here = await Promise.all(formats.map(async (format) => sha256(await writeFormat(format, table, facts))))

    const there = execFileSync(process.execPath, ['--input-type=module', '--eval', ELSEWHERE], {
      encoding: 'utf8',
      env: { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    })

    expect(there.trim().split('\n')).toEqual(here)
  })
})
