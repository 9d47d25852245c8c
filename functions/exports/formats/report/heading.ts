import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import { audienceInWords, knownAtInWords, regionInWords } from '../facts-in-words.ts'
import { escapedHtml } from './html.ts'
import { monthInSwedish } from './swedish.ts'

/** What the page is about: the table, the region, the month, whose figures, what was known, and under which rules. */
export const heading = ({ title }: StatisticsTable, facts: ExportFacts): string => `<header>
<h1>${escapedHtml(`${title.sv}, ${monthInSwedish(facts.month)}`)}</h1>
<p>${told('Region', regionInWords(facts))} · ${told('Omfattar', audienceInWords(facts))} · ${told(
  'Utgåva',
  `${facts.revision}`,
)} · ${told('Visar vad som var känt', knownAtInWords(facts))}</p>
<p>${told('Regler', rules(facts))}</p>
</header>`

const told = (label: string, text: string): string => `<b>${label}</b> ${escapedHtml(text)}`

const RULES_SHOWN = 4

const rules = ({ rules: all }: ExportFacts): string => {
  if (all.length === 0) return 'inga'
  const shown = all
    .slice(0, RULES_SHOWN)
    .map(({ agreement, stage, version }) => `${agreement} etapp ${stage} version ${version}`)
  return `${shown.join('; ')}${all.length > RULES_SHOWN ? `; och ${all.length - RULES_SHOWN} till` : ''}`
}
