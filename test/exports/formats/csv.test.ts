import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '#functions/exports/formats/csv.ts'
import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { aColumn, aStatisticsTable } from '#test/support/a-statistics-table.ts'
import { anyTable } from '#test/support/arbitrary-table.ts'
import { readCsv, textsOf, undefused } from '#test/support/read-formats.ts'

const readBack = async (table: StatisticsTable) => {
  const [headings, ...lines] = readCsv(await writeCsv(table), ',')
  return { headings, cells: lines.map((line) => line.map((field, at) => undone(table, field, at))) }
}

const undone = ({ columns }: StatisticsTable, field: string | null, at: number): string | null =>
  field === null || columns[at]?.type.kind === 'integer' || columns[at]?.type.kind === 'decimal'
    ? field
    : undefused(field)

describe('the CSV for machines', () => {
  it('holds the sample table, under the names of its columns', async () => {
    const table = aStatisticsTable()

    const { headings, cells } = await readBack(table)

    expect(headings).toEqual(table.columns.map(({ name }) => name))
    expect(cells).toEqual(textsOf(table))
  })

  it('holds any table', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        expect((await readBack(table)).cells).toEqual(textsOf(table))
      }),
    )
  })

  it('writes commas, decimal points, codes as they are, CRLF, and no byte order mark', async () => {
    const bytes = await writeCsv(aStatisticsTable())

    const [first, second, third] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
    expect(first).toBe('month,region,municipality,municipality_name,stage,version,note,discharged,mean,amount,hidden')
    expect(second).toBe('2020-03,01,0180,Stockholm,1,1.10,,1234,2.4000,-16400.00,""')
    expect(third).toBe('2020-03,01,0117,Österåker,2,1.1,"Malmö – Åre, idé",,,0.00,stays')
    expect(new TextDecoder().decode(bytes).endsWith('\r\n')).toBe(true)
  })

  it.each(['a\rb', 'a\nb', 'a\r\nb', 'a,b', ' a', 'a '])('puts %j within quotes', async (text) => {
    const columns = [aColumn('text', { kind: 'text' }), aColumn('count', { kind: 'integer' })]

    const bytes = await writeCsv(aStatisticsTable({ columns, rows: [{ text, count: 1 }] }))

    expect(new TextDecoder().decode(bytes)).toBe(`text,count\r\n"${text}",1\r\n`)
  })

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', ' =1', "'x", '＝1', '\u200b=1'])(
    'puts an apostrophe before %j, but not before a negative number',
    async (text) => {
      const columns = [aColumn('text', { kind: 'text' }), aColumn('count', { kind: 'integer' })]

      const lines = readCsv(await writeCsv(aStatisticsTable({ columns, rows: [{ text, count: -1 }] })), ',')

      expect(lines[1]).toEqual([`'${text}`, '-1'])
    },
  )

  it.each([
    ['a text in a column of whole numbers', { kind: 'integer' }, '=1+1'],
    ['a fraction in a column of whole numbers', { kind: 'integer' }, 1.5],
    ['a formula in a column of decimals', { kind: 'decimal', decimals: 2 }, '-1.00+cmd'],
    ['too few decimals', { kind: 'decimal', decimals: 2 }, '1.5'],
    ['a number in a column of codes', { kind: 'code' }, 180],
  ] as const)('refuses %s', async (_, type, value) => {
    const table = aStatisticsTable({ columns: [aColumn('one', type)], rows: [{ one: value }] })

    await expect(writeCsv(table)).rejects.toThrow('The')
  })
})
