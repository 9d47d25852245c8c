import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '#functions/exports/formats/xlsx.ts'
import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { aColumn, aStatisticsTable, someExportFacts } from '#test/support/a-statistics-table.ts'
import { anyTable } from '#test/support/arbitrary-table.ts'
import { readXlsx, type Texts, textsOf, undefused } from '#test/support/read-formats.ts'

const facts = someExportFacts()

const readBack = async (table: StatisticsTable): Promise<{ readonly headings: unknown; readonly cells: Texts }> => {
  const [headings, ...rows] = await readXlsx(writeXlsx(table, facts), 'Tabell')
  return {
    headings,
    cells: rows.map((row) =>
      table.columns.map(({ type }, at) => {
        const cell = row[at] ?? null
        return cell === null || type.kind === 'integer' || type.kind === 'decimal' ? cell : undefused(cell)
      }),
    ),
  }
}

// The reader does not tell an empty text from nothing.
const withoutEmpty = (texts: Texts): Texts => texts.map((row) => row.map((text) => (text === '' ? null : text)))

const partsOf = (table: StatisticsTable): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(writeXlsx(table, facts))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )

describe('the workbook', () => {
  it('holds the sample table, under the Swedish titles', async () => {
    const table = aStatisticsTable()

    const { headings, cells } = await readBack(table)

    expect(headings).toEqual(table.columns.map(({ title }) => title.sv))
    expect(cells).toEqual(withoutEmpty(textsOf(table)))
  })

  it('holds any table', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        expect((await readBack(table)).cells).toEqual(withoutEmpty(textsOf(table)))
      }),
    )
  })

  it('writes codes and months as texts and numbers as numbers with the decimals of their column', () => {
    const parts = partsOf(aStatisticsTable())

    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">2020-03</t></is></c>')
    expect(sheet).toContain('<c r="C2" s="3" t="inlineStr"><is><t xml:space="preserve">0180</t></is></c>')
    expect(sheet).toContain('<c r="H2" s="6"><v>1234</v></c><c r="I2" s="8"><v>2.4000</v></c><c r="J2" s="7">')
    expect(parts['xl/styles.xml']).toContain('formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="#,##0.0000"/>')
  })

  it('freezes its first row and filters by it', () => {
    const parts = partsOf(aStatisticsTable())

    expect(parts['xl/worksheets/sheet1.xml']).toContain('<pane ySplit="1" topLeftCell="A2"')
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:K23"/>')
    expect(parts['xl/workbook.xml']).toContain('Tabell!$A$1:$K$23</definedName>')
  })

  it('never holds a formula', () => {
    expect(partsOf(aStatisticsTable())['xl/worksheets/sheet1.xml']).not.toContain('<f>')
  })

  it('writes a number of more than fifteen digits as a text, so that none is lost', async () => {
    const columns = [aColumn('amount', { kind: 'decimal', decimals: 2 }), aColumn('count', { kind: 'integer' })]
    const rows = [
      { amount: '-12345678901234.56', count: Number.MAX_SAFE_INTEGER },
      { amount: '-1234567890123.45', count: 1 },
    ]
    const table = aStatisticsTable({ columns, rows })

    expect((await readBack(table)).cells).toEqual(textsOf(table))
    expect(partsOf(table)['xl/worksheets/sheet1.xml']?.match(/t="inlineStr"/g)).toHaveLength(4)
    expect(partsOf(table)['xl/worksheets/sheet1.xml']).toContain('<v>-1234567890123.45</v>')
  })

  it('describes the export and every column on a second sheet', async () => {
    const table = aStatisticsTable()

    const rows = await readXlsx(writeXlsx(table, facts), 'Beskrivning')

    const texts = rows.flat().filter((text) => text !== null)
    expect(rows[0]?.[0]).toBe(table.title.sv)
    expect(texts).toEqual(expect.arrayContaining([facts.id, '2020-04-15 kl. 08:00:00.000 UTC', '01 Stockholm']))
    expect(texts.join('\n')).toContain(`stockholm-somatic, etapp 1, version 1 (SHA-256 ${'a'.repeat(64)})`)
    expect(texts.join('\n')).toContain(`figures, version 1 (SHA-256 ${'b'.repeat(64)})`)
    expect(texts.join('\n')).toContain('gränsen är 5, och 2 celler är dolda')
    expect(rows.slice(-table.columns.length).map(([name, ...told]) => [name, ...told.slice(0, 4)])).toEqual(
      table.columns.map(({ name, title, meaning }) => [name, title.sv, meaning.sv, title.en, meaning.en]),
    )
  })
})
