import type { Column } from './column.ts'

/** Which month and whose: the columns that every table begins with. */
export const placeColumns: readonly Column[] = [
  {
    name: 'month',
    type: { kind: 'month' },
    title: { sv: 'Månad', en: 'Month' },
    meaning: {
      sv: 'Månaden då patienterna skrevs ut, ÅÅÅÅ-MM.',
      en: 'The month in which the patients were discharged, YYYY-MM.',
    },
  },
  {
    name: 'region',
    type: { kind: 'code' },
    title: { sv: 'Region', en: 'Region' },
    meaning: {
      sv: 'Regionen som har lämnat uppgifterna: SCB:s länskod, två siffror.',
      en: 'The region that has sent the data: SCB’s county code, two digits.',
    },
  },
  {
    name: 'level',
    type: { kind: 'code' },
    title: { sv: 'Nivå', en: 'Level' },
    meaning: {
      sv: 'Vad raden gäller: region (alla kommuner), municipality (en kommun) eller district (en stadsdel). Rader på olika nivå ska inte summeras med varandra.',
      en: 'What the row is about: region (all municipalities), municipality or district. Rows of different levels are not to be summed.',
    },
  },
  {
    name: 'municipality',
    type: { kind: 'code' },
    title: { sv: 'Kommunkod', en: 'Municipality' },
    meaning: {
      sv: 'Den betalningsansvariga kommunen: SCB:s kod, fyra siffror. Tom på regionens rader och där kommunen inte är registrerad.',
      en: 'The liable municipality: SCB’s code, four digits. Empty on the rows of the region and where it is not recorded.',
    },
  },
  {
    name: 'municipality_name',
    type: { kind: 'text' },
    title: { sv: 'Kommun', en: 'Name of municipality' },
    meaning: {
      sv: 'Kommunens namn; ”Ej registrerad” där kommunen inte är registrerad.',
      en: 'The name of the municipality; “Ej registrerad” where it is not recorded.',
    },
  },
  {
    name: 'district',
    type: { kind: 'code' },
    title: { sv: 'Stadsdelskod', en: 'District' },
    meaning: {
      sv: 'Stadsdelsområdet i Stockholms stad, efter den indelning som gällde i månaden. Kommunens rad och rader där stadsdelen inte är registrerad har ingen.',
      en: 'The district of the city of Stockholm, by the division valid in the month. Empty where there is none or it is not recorded.',
    },
  },
  {
    name: 'district_name',
    type: { kind: 'text' },
    title: { sv: 'Stadsdel', en: 'Name of district' },
    meaning: {
      sv: 'Stadsdelsområdets namn; ”Ej registrerad” där stadsdelen inte är registrerad.',
      en: 'The name of the district; “Ej registrerad” where it is not recorded.',
    },
  },
  {
    name: 'care_type',
    type: { kind: 'code' },
    title: { sv: 'Vårdtyp', en: 'Care type' },
    meaning: {
      sv: 'somatic (somatisk), psychiatric (psykiatrisk) eller all (båda tillsammans). Raden all är summan av de andra två.',
      en: 'somatic, psychiatric or all (both together). The row all is the sum of the other two.',
    },
  },
]

/** The rule version that governs the episodes of a row. */
export const ruleColumns: readonly Column[] = [
  {
    name: 'agreement',
    type: { kind: 'code' },
    title: { sv: 'Överenskommelse', en: 'Agreement' },
    meaning: {
      sv: 'Överenskommelsen (eller lagen, act) som gäller för radens vårdtillfällen. Tom på summarader och där ingen känd regel gäller.',
      en: 'The agreement (or the Act, act) that governs the episodes of the row. Empty on total rows and where no known rule governs.',
    },
  },
  {
    name: 'stage',
    type: { kind: 'code' },
    title: { sv: 'Etapp', en: 'Stage' },
    meaning: { sv: 'Överenskommelsens etapp.', en: 'The stage of the agreement.' },
  },
  {
    name: 'version',
    type: { kind: 'code' },
    title: { sv: 'Version', en: 'Version' },
    meaning: { sv: 'Regelfilens version inom etappen.', en: 'The version of the rule file within the stage.' },
  },
]

/** What is hidden in a row. */
export const hiddenColumn: Column = {
  name: 'hidden',
  type: { kind: 'text' },
  title: { sv: 'Dolt', en: 'Hidden' },
  meaning: {
    sv: 'De grupper av uppgifter som är dolda på raden eftersom få patienter annars kunde pekas ut, åtskilda av blanksteg. Tom när inget är dolt.',
    en: 'The groups of figures that are hidden in the row since few patients could be singled out, separated by spaces. Empty when nothing is hidden.',
  },
}
