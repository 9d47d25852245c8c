import type { Text } from '../text.ts'
import type { Column, TableName } from './column.ts'
import { liabilityColumns } from './liability-columns.ts'
import { outsideColumns, readmissionColumns } from './outside-columns.ts'
import { hiddenColumn, placeColumns, ruleColumns } from './place-columns.ts'
import { stayColumns } from './stay-columns.ts'

/** A table as it is documented: what it is about, and its columns in order. */
export type TableShape = { readonly title: Text; readonly columns: readonly Column[] }

const reasonColumns: readonly Column[] = [
  {
    name: 'reason',
    type: { kind: 'code' },
    title: { sv: 'Skäl', en: 'Reason' },
    meaning: {
      sv: 'Regelns namn på skälet. Ett vårdtillfälle kan ha flera skäl, så raderna ska inte summeras.',
      en: 'The rule’s name of the reason. An episode may have several reasons, so the rows are not to be summed.',
    },
  },
  {
    name: 'reason_text',
    type: { kind: 'text' },
    title: { sv: 'Skälet i ord', en: 'Reason in words' },
    meaning: { sv: 'Skälet på svenska.', en: 'The reason in Swedish.' },
  },
  {
    name: 'cites',
    type: { kind: 'text' },
    title: { sv: 'Stöd', en: 'Citation' },
    meaning: { sv: 'Paragrafen eller stycket som skälet vilar på.', en: 'The paragraph that the reason rests on.' },
  },
  {
    name: 'episodes',
    type: { kind: 'integer' },
    block: 'left-out',
    title: { sv: 'Vårdtillfällen', en: 'Episodes' },
    meaning: {
      sv: 'Utelämnade vårdtillfällen med skälet.',
      en: 'Episodes that are left out for the reason.',
    },
  },
]

const nationalColumns: readonly Column[] = [
  {
    name: 'name',
    type: { kind: 'text' },
    title: { sv: 'Län/Kommun', en: 'County/Municipality' },
    meaning: {
      sv: 'Länets eller kommunens namn, som i SKR:s tabell.',
      en: 'The name of the county or municipality, as in SKR’s table.',
    },
  },
  {
    name: 'stays',
    type: { kind: 'integer' },
    block: 'stays',
    title: { sv: 'Antal vårdtillfällen', en: 'Number of stays' },
    meaning: {
      sv: 'Alla avslutade vårdtillfällen med underrättelse om utskrivningsklar, också de som överenskommelsen utelämnar.',
      en: 'All closed stays with a readiness notice, those that the agreement leaves out too.',
    },
  },
  {
    name: 'sum_of_days',
    type: { kind: 'integer' },
    block: 'stays',
    title: { sv: 'Summa dagar', en: 'Sum of days' },
    meaning: {
      sv: 'Summan av deras dagar från underrättelsens datum till utskrivningens (eller återkallelsens), utan överenskommelsens klockslag.',
      en: 'The sum of their days from the date of the notice to that of the discharge (or withdrawal), without any cut-off hour of an agreement.',
    },
  },
  {
    name: 'mean',
    type: { kind: 'decimal', decimals: 4 },
    block: 'stays',
    title: { sv: 'Medelvärde dagar', en: 'Mean of days' },
    meaning: {
      sv: 'sum_of_days delat med closed_stays_with_days: patienter utan dagar ingår inte, som i SKR:s tabell. Får inte jämföras med överenskommelsens medelvärde.',
      en: 'sum_of_days divided by closed_stays_with_days: patients without days are not in it, as in SKR’s table. Not to be compared with the mean of the agreement.',
    },
  },
  {
    name: 'closed_stays_with_days',
    type: { kind: 'integer' },
    block: 'stays',
    title: { sv: 'Avslutade vårdtillfällen med en dag eller mer', en: 'Closed stays with one day or more' },
    meaning: {
      sv: 'Avslutade vårdtillfällen som varade minst en dag som utskrivningsklar.',
      en: 'Closed stays that lasted at least one day as ready for discharge.',
    },
  },
]

const seriesColumns: readonly Column[] = [
  {
    name: 'basis',
    type: { kind: 'code' },
    title: { sv: 'Räknat efter', en: 'Basis' },
    meaning: {
      sv: 'in-force: reglerna som gällde i månaden. fixed: den version som gällde sista dagen i seriens sista månad, på alla månader.',
      en: 'in-force: the rules in force in the month. fixed: the version in force on the last day of the last month of the series, on all months.',
    },
  },
]

const ofLiability = (...names: readonly string[]): readonly Column[] =>
  liabilityColumns.filter(({ name }) => names.includes(name))

/** Every table that is published, by name. */
export const tables: Readonly<Record<TableName, TableShape>> = {
  figures: {
    title: {
      sv: 'Utskrivningsklara patienter: månadens tal',
      en: 'Patients ready for discharge: figures of the month',
    },
    columns: [
      ...placeColumns,
      ...ruleColumns,
      ...stayColumns,
      ...liabilityColumns,
      ...outsideColumns,
      ...readmissionColumns,
      hiddenColumn,
    ],
  },
  'left-out': {
    title: { sv: 'Utelämnade vårdtillfällen efter skäl', en: 'Episodes left out, by reason' },
    columns: [...placeColumns, ...ruleColumns, ...reasonColumns, hiddenColumn],
  },
  national: {
    title: { sv: 'Månadens tal enligt SKR:s definitioner', en: 'Figures of the month by SKR’s definitions' },
    columns: [...placeColumns, ...nationalColumns, hiddenColumn],
  },
  series: {
    title: {
      sv: 'Tolv månader, efter då gällande regler och efter en och samma version',
      en: 'Twelve months, under the rules then in force and under one fixed version',
    },
    columns: [
      ...placeColumns,
      ...seriesColumns,
      ...ruleColumns,
      ...stayColumns,
      ...ofLiability('free_days', 'agreement_mean', 'agreement_n', 'liable', 'liable_days', 'amount', 'billing'),
      hiddenColumn,
    ],
  },
}
