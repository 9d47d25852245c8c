import type { Block, Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { blockInWords, suppressionInWords } from '../facts-in-words.ts'
import { cellInWords, HIDDEN, hiddenIn, NOTHING } from './cell-in-words.ts'
import { escapedHtml } from './html.ts'
import { isToldBelow } from './shown-columns.ts'

/** The notes under the table: what is hidden, what the signs mean, what is not on the page, and what the figures rest on. */
export const footnotes = (
  table: StatisticsTable,
  facts: ExportFacts,
  rows: readonly Row[],
  columns: readonly Column[],
): string => {
  const notes = [
    `${facts.suppression === null ? '' : `${HIDDEN} betyder dold. `}${suppressionInWords(facts)}${hiddenBlocks(rows)} ${NOTHING} betyder att uppgiften inte finns eller inte är avgjord.`,
    [...oneForAll(table, rows), ...leftOut(table, rows, columns)].join(' '),
    `Definitioner: ${facts.definitions.map(({ id, version }) => `${id} ${version}`).join(', ') || 'inga'}.`,
    `Export ${facts.id}. Kontrollsummor och kolumnernas betydelse finns i exportens övriga filer.`,
  ]
  return `<footer>\n${notes
    .filter((note) => note !== '')
    .map((note) => `<p>${escapedHtml(note)}</p>`)
    .join('\n')}\n</footer>`
}

const hiddenBlocks = (rows: readonly Row[]): string => {
  const blocks = rows.flatMap(hiddenIn).filter((name) => isBlock(name))
  const counted = [...new Set(blocks)].map(
    (block) => `${blockInWords[block]} (${blocks.filter((name) => name === block).length} av raderna)`,
  )
  return counted.length === 0 ? '' : ` På sidan: ${counted.join(', ')}.`
}

const isBlock = (name: string): name is Block => Object.hasOwn(blockInWords, name)

const leftOut = (table: StatisticsTable, rows: readonly Row[], columns: readonly Column[]): readonly string[] => {
  const isUntold = (column: Column): boolean => !columns.includes(column) && !isToldBelow(column, rows)
  const moreRows = table.rows.length - rows.length
  const moreColumns = table.columns.filter(isUntold).length
  const what = [
    ...(moreRows > 0
      ? [`${counted(moreRows, 'rad', 'rader')} (sidan visar ${rows.length} av ${table.rows.length})`]
      : []),
    ...(moreColumns > 0 ? [counted(moreColumns, 'kolumn', 'kolumner')] : []),
  ]
  return what.length === 0 ? [] : [`Bara i filerna: ${what.join(' och ')}.`]
}

const oneForAll = ({ columns }: StatisticsTable, rows: readonly Row[]): readonly string[] =>
  columns
    .filter((column) => isToldBelow(column, rows))
    .map((column) => `${column.title.sv} i tabellen: ${cellInWords(rows[0] ?? {}, column)}.`)

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`
