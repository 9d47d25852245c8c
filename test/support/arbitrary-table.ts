import fc from 'fast-check'
import type { Cell, ColumnType, StatisticsTable } from '#schemas/statistics/column.ts'
import { aColumn, trickyTexts } from './a-statistics-table.ts'

const anyText = fc.oneof(
  fc.constantFrom(...trickyTexts),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)
const anyCode = fc.oneof(
  fc.stringMatching(/^[0-9]{1,6}$/),
  fc.constantFrom('0180', '01', '1.10', 'all', '1E5', '0180-farsta'),
)
const anyMonth = fc.tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
// Fifteen digits, which every reader keeps.
const anyWhole = fc.integer({ min: -(10 ** 15 - 1), max: 10 ** 15 - 1 })

const anyType: fc.Arbitrary<ColumnType> = fc.oneof(
  fc.constantFrom('code' as const, 'text' as const, 'month' as const, 'integer' as const).map((kind) => ({ kind })),
  fc.integer({ min: 0, max: 6 }).map((decimals) => ({ kind: 'decimal' as const, decimals })),
)

const anyValueOf = (type: ColumnType): fc.Arbitrary<Cell> => {
  switch (type.kind) {
    case 'code':
      return anyCode
    case 'text':
      return anyText
    case 'month':
      return anyMonth.map(([year, month]) => `${year}-${`${month}`.padStart(2, '0')}`)
    case 'integer':
      return anyWhole
    case 'decimal':
      return anyWhole.map((unscaled) => decimalText(unscaled, type.decimals))
  }
}

/** A number of so many decimals from it without its point: 24000 with 4 is `2.4000`. */
const decimalText = (unscaled: number, decimals: number): string => {
  const digits = `${Math.abs(unscaled)}`.padStart(decimals + 1, '0')
  const sign = unscaled < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Any table: of any columns, the first a code that is always there, with any cells and some empty. */
export const anyTable: fc.Arbitrary<StatisticsTable> = fc
  .array(anyType, { minLength: 1, maxLength: 5 })
  .chain((types) =>
    fc
      .array(fc.tuple(anyCode, ...types.map((type) => fc.option(anyValueOf(type), { freq: 4 }))), { maxLength: 40 })
      .map((rows) => ({
        name: 'series',
        title: { sv: 'Någon tabell', en: 'Any table' },
        columns: [aColumn('key', { kind: 'code' }), ...types.map((type, at) => aColumn(`column_${at}`, type))],
        rows: rows.map(([key, ...cells]) => ({
          key: key ?? null,
          ...Object.fromEntries(cells.map((cell, at) => [`column_${at}`, cell])),
        })),
      })),
  )
