import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeJson } from '#functions/exports/formats/json.ts'
import { aColumn, aStatisticsTable, someExportFacts } from '#test/support/a-statistics-table.ts'
import { anyTable } from '#test/support/arbitrary-table.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('the JSON', () => {
  it('holds the facts, the title, the columns and the rows', () => {
    const columns = [aColumn('municipality', { kind: 'code' }), aColumn('mean', { kind: 'decimal', decimals: 4 })]
    const rows = [
      { municipality: '0180', mean: '2.4000' },
      { municipality: '0117', mean: null },
    ]
    const facts = someExportFacts()

    const written = text(writeJson(aStatisticsTable({ columns, rows }), facts))

    expect(JSON.parse(written)).toEqual({
      ...facts,
      title: { sv: 'Utanför beräkningen', en: 'Left out' },
      columns: [
        {
          name: 'municipality',
          type: 'code',
          title: { sv: 'Kolumn municipality', en: 'Column municipality' },
          meaning: { sv: 'Vad municipality är.', en: 'What municipality is.' },
        },
        {
          name: 'mean',
          type: 'decimal',
          decimals: 4,
          title: { sv: 'Kolumn mean', en: 'Column mean' },
          meaning: { sv: 'Vad mean är.', en: 'What mean is.' },
        },
      ],
      rows,
    })
    expect(written.endsWith(']}\n')).toBe(true)
  })

  it('holds any table', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(JSON.parse(text(writeJson(table, someExportFacts()))).rows).toEqual(table.rows)
      }),
    )
  })

  it('is the same however the facts and the rows were put together', () => {
    const facts = someExportFacts()
    const turned = Object.fromEntries(Object.entries(facts).reverse())
    const table = aStatisticsTable()
    const rows = table.rows.map((row) => Object.fromEntries(Object.entries(row).reverse()))

    expect(text(writeJson({ ...table, rows }, turned as typeof facts))).toBe(text(writeJson(table, facts)))
  })
})
