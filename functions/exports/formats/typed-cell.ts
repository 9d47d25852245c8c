import type { Cell, Column, ColumnType, Row } from '#schemas/statistics/column.ts'

/** A cell as its column promises it: nothing, a text (also codes and months), or a number in its digits, such as `-16400.00`. */
export type TypedCell =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly digits: string }

/** A row's cell in a column; throws when the value is not of the column's type. */
export const typedCell = (row: Row, { name, type }: Column): TypedCell => {
  const value = row[name] ?? null
  if (value === null) return NONE
  const digits = digitsOf(value, type)
  if (digits !== undefined) return { kind: 'number', digits }
  if (typeof value === 'string' && !isNumeric(type)) return { kind: 'text', text: value }
  throw new Error(`The ${type.kind} column ${name} cannot hold ${JSON.stringify(value)}`)
}

/** Whether a column holds numbers. */
export const isNumeric = ({ kind }: ColumnType): boolean => kind === 'integer' || kind === 'decimal'

/** How many decimals a column's numbers have. */
export const decimalsOf = (type: ColumnType): number => (type.kind === 'decimal' ? type.decimals : 0)

const NONE: TypedCell = { kind: 'none' }

const digitsOf = (value: Cell, type: ColumnType): string | undefined => {
  if (type.kind === 'integer') return Number.isSafeInteger(value) ? `${value}` : undefined
  if (type.kind !== 'decimal' || typeof value !== 'string' || !DECIMAL.test(value)) return undefined
  return (value.split('.')[1] ?? '').length === type.decimals ? value : undefined
}

const DECIMAL = /^-?\d+(\.\d+)?$/
