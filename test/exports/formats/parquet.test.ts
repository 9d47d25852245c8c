import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeParquet } from '#functions/exports/formats/parquet.ts'
import { aColumn, aStatisticsTable, someExportFacts } from '#test/support/a-statistics-table.ts'
import { anyTable } from '#test/support/arbitrary-table.ts'
import { readFooter, readParquet, textsOf } from '#test/support/read-formats.ts'

describe('the Parquet', () => {
  it('holds the sample table as it is, formulas and all', async () => {
    const table = aStatisticsTable()

    expect(await readParquet(writeParquet(table, someExportFacts()), table.columns)).toEqual(textsOf(table))
  })

  it('holds any table', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        expect(await readParquet(writeParquet(table, someExportFacts()), table.columns)).toEqual(textsOf(table))
      }),
    )
  })

  it('types its columns: strings, INT64 and DECIMAL(18), all optional, in an empty table too', () => {
    const { schema } = readFooter(writeParquet(aStatisticsTable({ rows: [] }), someExportFacts()))

    const element = (name: string) => schema.find((one) => one.name === name)
    expect(element('municipality')).toMatchObject({ type: 'BYTE_ARRAY', converted_type: 'UTF8' })
    expect(element('discharged')).toMatchObject({ type: 'INT64' })
    expect(element('discharged')?.converted_type).toBeUndefined()
    expect(element('mean')).toMatchObject({ type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 4 })
    expect(schema.slice(1).every(({ repetition_type }) => repetition_type === 'OPTIONAL')).toBe(true)
  })

  it('carries the facts in its footer', () => {
    const facts = someExportFacts()

    const { key_value_metadata: told } = readFooter(writeParquet(aStatisticsTable(), facts))

    expect(told?.map(({ key }) => key)).toEqual(['fristdag'])
    expect(JSON.parse(told?.[0]?.value ?? '')).toEqual(facts)
  })

  it('writes groups of ten thousand rows', async () => {
    const columns = [aColumn('count', { kind: 'integer' })]
    const rows = Array.from({ length: 20_001 }, (_, count) => ({ count }))
    const table = aStatisticsTable({ columns, rows })

    const bytes = writeParquet(table, someExportFacts())

    expect(readFooter(bytes).row_groups.map(({ num_rows }) => num_rows)).toEqual([10_000n, 10_000n, 1n])
    expect(await readParquet(bytes, columns)).toEqual(textsOf(table))
  })

  it('refuses a number of more digits than it can hold', () => {
    const columns = [aColumn('amount', { kind: 'decimal', decimals: 2 })]
    const rows = [{ amount: '12345678901234567.00' }]

    expect(() => writeParquet(aStatisticsTable({ columns, rows }), someExportFacts())).toThrow('more than 18 digits')
  })
})
