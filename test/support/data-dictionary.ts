import type { Column, ColumnType } from '#schemas/statistics/column.ts'
import { tableNames } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import type { Language } from '#schemas/text.ts'

/** The data dictionary of the statistics in a language, as Markdown: every table and column as it is documented in code. */
export const dataDictionary = (language: Language): string =>
  [
    `# ${HEADING[language]}`,
    INTRODUCTION[language],
    ...tableNames.flatMap((name) => [
      `## \`${name}\``,
      `${tables[name].title[language]}.`,
      tables[name].columns.map((column) => columnLine(column, language)).join('\n'),
    ]),
  ]
    .join('\n\n')
    .concat('\n')

const columnLine = ({ name, type, title, meaning, block }: Column, language: Language): string => {
  const hidden = block === undefined ? '' : ` ${HIDDEN_WITH[language]} \`${block}\`.`
  return `- **\`${name}\`** (${title[language]}; ${typeIn(type, language)}): ${meaning[language]}${hidden}`
}

const typeIn = (type: ColumnType, language: Language): string =>
  type.kind === 'decimal'
    ? `${TYPES.decimal[language]} ${type.decimals} ${DECIMALS[language]}`
    : TYPES[type.kind][language]

const TYPES = {
  code: { sv: 'kod, text', en: 'code, text' },
  text: { sv: 'text', en: 'text' },
  month: { sv: 'månad', en: 'month' },
  integer: { sv: 'heltal', en: 'whole number' },
  decimal: { sv: 'tal med', en: 'number with' },
} as const

const DECIMALS = { sv: 'decimaler', en: 'decimals' }
const HIDDEN_WITH = { sv: 'Döljs tillsammans med gruppen', en: 'Hidden with the group' }
const HEADING = { sv: 'Statistikens tabeller och kolumner', en: 'The tables and columns of the statistics' }
const INTRODUCTION = {
  sv: 'Samma tabeller finns i alla format. Tomt fält betyder att uppgiften inte finns, inte gäller raden eller är dold; vad som är dolt står i kolumnen `hidden`.',
  en: 'The same tables are in every format. An empty field means that there is no such figure, that it does not apply to the row or that it is hidden; what is hidden is named in the column `hidden`.',
}
