import type { Column, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { type Bar, barChart, type Fill } from './bar-chart.ts'
import { cellInWords, HIDDEN, NOTHING, numberIn } from './cell-in-words.ts'
import { chartRows, rowLabel } from './chart-rows.ts'
import { measureOf } from './measure.ts'

/** The charts of a table: for the figures the ready days, the mean and the readmissions; for any other its first telling number. */
export const chartsOf = (table: StatisticsTable): readonly string[] => {
  const rows = chartRows(table)
  if (rows.length < 2) return []
  const named = new Map(table.columns.map((column) => [column.name, column]))
  if (table.name !== 'figures') return single(table, measureOf(table), rows)
  return [
    ...readyDays(table, named, rows),
    ...single(table, named.get('agreement_mean') ?? named.get('mean_with_day_zero'), rows),
    ...single(table, named.get('share_30') ?? named.get('share_7'), rows),
  ]
}

type Named = ReadonlyMap<string, Column>

/** Ready days, those with liability apart; hatched where it is not known or not shown which they are. */
const readyDays = (table: StatisticsTable, named: Named, rows: readonly Row[]): readonly string[] => {
  const days = named.get('ready_days')
  const liable = named.get('liable_days')
  if (days === undefined || liable === undefined) return single(table, days, rows)
  const bars = rows.map((row): Bar => {
    const all = numberIn(row, days)
    const part = numberIn(row, liable)
    const label = rowLabel(table, rows, row)
    if (all === undefined) return { label, parts: [], text: cellInWords(row, days) }
    if (part === undefined || part < 0 || part > all)
      return {
        label,
        parts: [{ value: all, fill: 'hatched' }],
        text: `${cellInWords(row, days)} (${cellInWords(row, liable)})`,
      }
    return {
      label,
      parts: [
        { value: part, fill: 'dark' },
        { value: all - part, fill: 'light' },
      ],
      text: `${cellInWords(row, days)} (${withoutZeros(cellInWords(row, liable))})`,
    }
  })
  const legend = [
    { fill: 'dark' as Fill, text: 'med betalningsansvar' },
    { fill: 'light' as Fill, text: 'utan ansvar' },
  ]
  return hasSomething(bars)
    ? [barChart({ id: 'ready-days', title: `${days.title.sv} (varav med ansvar)`, legend, bars })]
    : []
}

const single = (table: StatisticsTable, column: Column | undefined, rows: readonly Row[]): readonly string[] => {
  if (column === undefined) return []
  const bars = rows.map((row): Bar => {
    const value = numberIn(row, column)
    return {
      label: rowLabel(table, rows, row),
      parts: value === undefined ? [] : [{ value, fill: 'dark' }],
      text: cellInWords(row, column),
    }
  })
  return hasSomething(bars)
    ? [barChart({ id: column.name.replaceAll('_', '-'), title: column.title.sv, legend: [], bars })]
    : []
}

const withoutZeros = (text: string): string => (text.includes(',') ? text.replace(/,?0+$/, '') : text)

const hasSomething = (bars: readonly Bar[]): boolean =>
  bars.some(({ parts, text }) => parts.length > 0 && text !== HIDDEN && text !== NOTHING)
