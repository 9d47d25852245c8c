import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeExcelCsv } from '#functions/exports/formats/excel-csv.ts'
import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { aColumn, aStatisticsTable } from '#test/support/a-statistics-table.ts'
import { anyTable } from '#test/support/arbitrary-table.ts'
import { readCsv, shownInExcel, textsOf, undefused } from '#test/support/read-formats.ts'

const readBack = async (table: StatisticsTable) => {
  const [headings, ...lines] = readCsv(await writeExcelCsv(table), ';')
  return { headings, cells: lines.map((line) => line.map((field, at) => undone(table, field, at))) }
}

const undone = ({ columns }: StatisticsTable, field: string | null, at: number): string | null => {
  if (field === null) return null
  const kind = columns[at]?.type.kind
  if (kind === 'integer' || kind === 'decimal') return field.replace(',', '.')
  return field.startsWith('="') ? shownInExcel(field) : undefused(field)
}

const fieldOf = async (text: string): Promise<string | null | undefined> => {
  const columns = [aColumn('code', { kind: 'code' }), aColumn('text', { kind: 'text' })]
  const bytes = await writeExcelCsv(aStatisticsTable({ columns, rows: [{ code: '01', text }] }))
  return readCsv(bytes, ';')[1]?.[1]
}

describe('the CSV for Excel', () => {
  it('holds the sample table, under the Swedish titles', async () => {
    const table = aStatisticsTable()

    const { headings, cells } = await readBack(table)

    expect(headings).toEqual(table.columns.map(({ title }) => title.sv))
    expect(cells).toEqual(textsOf(table))
  })

  it('holds any table', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        expect((await readBack(table)).cells).toEqual(textsOf(table))
      }),
    )
  })

  it('begins with a byte order mark and writes semicolons, decimal commas and CRLF', async () => {
    const bytes = await writeExcelCsv(aStatisticsTable())

    const [first, second] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
    expect(first?.startsWith('\ufeffMånad;Kolumn region;"Kommun; kod";')).toBe(true)
    expect(second?.endsWith(';;1234;2,4000;-16400,00;""')).toBe(true)
  })

  it.each([
    '0180',
    '01',
    '1',
    '1.10',
    '2020-03',
    '1,5',
    '1E5',
    '12:30',
    'MAR1',
    'sept 2',
    'March 1, 2020',
    'SANT',
    'false',
    '(5)',
    '3/4',
  ])('keeps %s a text by a formula with nothing but it', async (text) => {
    expect(await fieldOf(text)).toBe(`="${text}"`)
  })

  it.each(['Österåker', 'all', 'somatic', 'Utan nummer', ''])('writes %j as it is', async (text) => {
    expect(await fieldOf(text)).toBe(text)
  })

  it.each(['=1+1', '+46', '-1', '@A1', '\t=1', '\r=1', "'x", '="0180"'])(
    'puts an apostrophe before %j',
    async (text) => {
      expect(await fieldOf(text)).toBe(`'${text}`)
    },
  )

  it('never lets a text out of the formula that keeps it', async () => {
    expect(await fieldOf('1"&cmd()&"')).toBe('="1""&cmd()&"""')
  })
})
