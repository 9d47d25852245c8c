import { beforeAll, describe, expect, it } from 'vitest'
import { writeFormat } from '#functions/exports/formats/write-format.ts'
import { aStatisticsTable, someExportFacts, trickyTexts } from '#test/support/a-statistics-table.ts'
import { hasLibreOffice, type OfficeSheets, openedInLibreOffice, SWEDISH_CSV } from '#test/support/libreoffice.ts'

const isHere = hasLibreOffice()
const without = 'skipped: there is no soffice on this machine, the Debian package libreoffice-calc-nogui brings it'
const table = aStatisticsTable()
const facts = someExportFacts()
const at = (name: string): number => table.columns.findIndex((column) => column.name === name)

describe.skipIf(!isHere)(`LibreOffice${isHere ? '' : ` (${without})`}`, () => {
  let workbook: OfficeSheets
  let csv: OfficeSheets
  const rowsOf = (format: string) => (format === 'xlsx' ? workbook('Tabell') : csv('csv'))

  beforeAll(async () => {
    workbook = openedInLibreOffice({ name: 'workbook.xlsx', bytes: await writeFormat('xlsx', table, facts) })
    const bytes = await writeFormat('csv-excel', table, facts)
    csv = openedInLibreOffice({ name: 'csv.csv', bytes, filter: SWEDISH_CSV })
  })

  it.each(['xlsx', 'csv-excel'])('opens the %s with codes, letters, numbers and empty cells as they were', (format) => {
    const [headings, ...rows] = rowsOf(format)

    expect(headings?.map(({ text }) => text)).toEqual(table.columns.map(({ title }) => title.sv))
    expect(rows).toHaveLength(table.rows.length)
    for (const name of ['month', 'region', 'municipality', 'municipality_name', 'stage', 'version'])
      expect(rows.map((row) => row[at(name)])).toEqual(table.rows.map((row) => ({ type: 'string', text: row[name] })))
    for (const name of ['discharged', 'mean', 'amount']) expect(rows[0]?.[at(name)]?.type).toBe('float')
    expect(rows[0]?.[at('amount')]?.text).toMatch(/^[-−]16\D?400/)
    expect(rows[1]?.[at('mean')]).toEqual({ type: '', text: '' })
    expect(rows[1]?.[at('note')]?.text).toBe('Malmö – Åre, idé')
  })

  it.each(['xlsx', 'csv-excel'])('takes no text of the %s for a formula or a number', (format) => {
    const notes = rowsOf(format)
      .slice(3)
      .map((row) => row[at('note')])

    const filled = notes.filter((cell) => cell?.text !== '')
    expect(filled).toHaveLength(trickyTexts.length - 1)
    expect(filled.map((cell) => cell?.type)).toEqual(filled.map(() => 'string'))
    const texts = filled.map((cell) => cell?.text)
    expect(texts.slice(0, 2)).toEqual(["'=1+1", '\'=HYPERLINK("http://example.invalid";"klicka")'])
    expect(texts).toEqual(expect.arrayContaining(['0012', 'MAR1', 'SANT', '1,5']))
  })

  it('shows the numbers of the workbook with the decimals of their columns', () => {
    const [, first] = workbook('Tabell')

    expect(first?.[at('mean')]?.text).toMatch(/^2[.,]4000$/)
    expect(first?.[at('amount')]?.text).toMatch(/^[-−]16\D400[.,]00$/)
  })

  it('opens the second sheet of the workbook', () => {
    const rows = workbook('Beskrivning')

    expect(rows[0]?.[0]?.text).toBe('Utanför beräkningen')
    expect(
      rows
        .at(-1)
        ?.slice(0, 3)
        .map(({ text }) => text),
    ).toEqual(['hidden', 'Kolumn hidden', 'Vad hidden är.'])
  })
})
