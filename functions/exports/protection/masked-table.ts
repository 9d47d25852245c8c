import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { Block, Cell, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { atomColumns, summedBlocks } from './block-atoms.ts'
import type { HiddenBlocks } from './hidden-blocks.ts'

/** A table with what is hidden taken out of its rows, and how many cells that were. */
export type Masked = { readonly table: StatisticsTable; readonly hiddenCells: number }

/** The figures with the hidden blocks of each row left empty, and named. What is zero in all of a region is told everywhere. */
export const maskedTable = (table: StatisticsTable, rows: readonly FigureRow[], hidden: HiddenBlocks): Masked => {
  const zeros = knownZeros(table, rows, hidden)
  let hiddenCells = 0
  const masked = table.rows.map((cells, place): Row => {
    const row = rows[place]
    const blocks = (row && hidden.get(row)) ?? new Set<Block>()
    if (blocks.size === 0) return cells
    const isTaken = (name: string, block: Block | undefined): boolean =>
      block !== undefined && blocks.has(block) && zeros.get(`${row?.careType}`)?.has(name) !== true
    const taken = table.columns.filter(({ name, block }) => isTaken(name, block) && cells[name] !== null)
    hiddenCells += taken.length
    const empty = Object.fromEntries(taken.map(({ name }): [string, Cell] => [name, null]))
    return { ...cells, ...empty, hidden: [...blocks].toSorted().join(' ') }
  })
  return { table: { ...table, rows: masked }, hiddenCells }
}

/** By care type, the columns of single counts that the region's own row shows to be zero: then each of its units has none. */
const knownZeros = (
  table: StatisticsTable,
  rows: readonly FigureRow[],
  hidden: HiddenBlocks,
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    rows.flatMap((row, place) => {
      if (row.level !== 'region') return []
      const shown = summedBlocks.filter((block) => hidden.get(row)?.has(block) !== true)
      const names = shown.flatMap((block) => atomColumns[block].flatMap((name) => name ?? []))
      return [[row.careType, new Set(names.filter((name) => table.rows[place]?.[name] === 0))]]
    }),
  )
