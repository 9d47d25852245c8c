import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { chartsOf } from './report/charts.ts'
import { footnotes } from './report/footnotes.ts'
import { heading } from './report/heading.ts'
import { escapedHtml } from './report/html.ts'
import { shownColumns, TABLE_WIDTH } from './report/shown-columns.ts'
import { shownRows } from './report/shown-rows.ts'
import { stylesheet } from './report/stylesheet.ts'
import { reportTable } from './report/table.ts'

/**
 * The table on one printed page, A4 on its side, as an HTML file that needs nothing beside it: what it is, charts, the columns
 * and rows that matter most, and notes on what is hidden and left out. In Swedish. The page never grows: what does not fit is
 * counted in the notes, and is in the other files.
 */
export const writeReport = (table: StatisticsTable, facts: ExportFacts): Uint8Array => {
  const charts = chartsOf(table)
  const rows = shownRows(table)
  const columns = shownColumns(table, rows, charts.length > 0 ? TABLE_WIDTH.besideCharts : TABLE_WIDTH.alone)
  return new TextEncoder().encode(`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapedHtml(`${table.title.sv}, ${facts.month}, ${facts.id}`)}</title>
<style>${stylesheet}</style>
</head>
<body>
<main class="page">
${heading(table, facts)}
<div class="${charts.length > 0 ? 'beside' : 'alone'}">
${charts.length > 0 ? `<div class="charts">\n${charts.join('\n')}\n</div>` : ''}
${reportTable(table, rows, columns)}
</div>
${footnotes(table, facts, rows, columns)}
</main>
</body>
</html>
`)
}
