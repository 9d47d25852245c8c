import type { Text } from '../text.ts'

/** What a column holds: a code or text, a whole number, an exact number with so many decimals, or a month `YYYY-MM`. */
export type ColumnType =
  | { readonly kind: 'code' | 'text' | 'month' | 'integer' }
  | { readonly kind: 'decimal'; readonly decimals: number }

/** Figures that are hidden together, since each follows from the others. */
export type Block = 'stays' | 'liability' | 'left-out' | 'undetermined' | 'without-notice' | 'readmissions'

/** One column of a statistical table: its name in files for machines, and what it is called and means to people. */
export type Column = {
  /** Lower case with underscores, so that it is a name in SQL, R and Python alike. */
  readonly name: string
  readonly type: ColumnType
  readonly title: Text
  readonly meaning: Text
  /** The block that it is hidden with; absent for what is never hidden. */
  readonly block?: Block
}

/** A value: codes, texts, months and exact decimals (`2.4000`) as strings, whole numbers as numbers, null for none or hidden. */
export type Cell = string | number | null

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Cell>>

/** A table that is published: what it is about, its columns in order, and its rows in order. */
export type StatisticsTable = {
  readonly name: TableName
  readonly title: Text
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** The tables of a month. */
export const tableNames = ['figures', 'left-out', 'national', 'series'] as const
export type TableName = (typeof tableNames)[number]
