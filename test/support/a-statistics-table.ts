import type { Column, ColumnType, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'

/** A column with titles and meanings made from its name. */
export const aColumn = (name: string, type: ColumnType, given: Partial<Column> = {}): Column => ({
  name,
  type,
  title: { sv: `Kolumn ${name}`, en: `Column ${name}` },
  meaning: { sv: `Vad ${name} är.`, en: `What ${name} is.` },
  ...given,
})

const columns: readonly Column[] = [
  aColumn('month', { kind: 'month' }, { title: { sv: 'Månad', en: 'Month' } }),
  aColumn('region', { kind: 'code' }),
  aColumn('municipality', { kind: 'code' }, { title: { sv: 'Kommun; kod', en: 'Municipality, code' } }),
  aColumn('municipality_name', { kind: 'text' }, { title: { sv: 'Kommunens namn på svenska: åäö', en: 'Name' } }),
  aColumn('stage', { kind: 'code' }),
  aColumn('version', { kind: 'code' }),
  aColumn('note', { kind: 'text' }),
  aColumn('discharged', { kind: 'integer' }, { title: { sv: 'Utskrivna', en: 'Discharged' }, block: 'stays' }),
  aColumn('mean', { kind: 'decimal', decimals: 4 }, { title: { sv: 'Medelvärde', en: 'Mean' }, block: 'stays' }),
  aColumn('amount', { kind: 'decimal', decimals: 2 }, { title: { sv: 'Belopp', en: 'Amount' }, block: 'liability' }),
  aColumn('hidden', { kind: 'text' }),
]

/** A text that spreadsheets and readers of CSV have been seen to stumble over, for each way to stumble. */
export const trickyTexts = [
  '=1+1',
  '=HYPERLINK("http://example.invalid";"klicka")',
  '+46 8 123',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  "'redan citerad",
  'ett; två, "tre"\r\nfyra',
  'slutar med blanksteg ',
  '',
  '0012',
  'MAR1',
  'SANT',
  '1,5',
  '_x000D_',
  '<b>&amp;</b>',
  'Malmö – Åre, idé',
] as const

const rows: readonly Row[] = [
  {
    month: '2020-03',
    region: '01',
    municipality: '0180',
    municipality_name: 'Stockholm',
    stage: '1',
    version: '1.10',
    note: null,
    discharged: 1234,
    mean: '2.4000',
    amount: '-16400.00',
    hidden: '',
  },
  {
    month: '2020-03',
    region: '01',
    municipality: '0117',
    municipality_name: 'Österåker',
    stage: '2',
    version: '1.1',
    note: 'Malmö – Åre, idé',
    discharged: null,
    mean: null,
    amount: '0.00',
    hidden: 'stays',
  },
  ...trickyTexts.map((note, at) => ({
    month: '2021-12',
    region: '06',
    municipality: '0680',
    municipality_name: 'Jönköping',
    stage: '10',
    version: '2.0',
    note,
    discharged: at,
    mean: '0.3333',
    amount: '12345678901.23',
    hidden: null,
  })),
]

/** A small table with all that can go wrong in a format: leading zeros, versions, letters, empty cells, formulas, quotes. */
export const aStatisticsTable = (given: Partial<StatisticsTable> = {}): StatisticsTable => ({
  name: 'left-out',
  title: { sv: 'Utanför beräkningen', en: 'Left out' },
  columns,
  rows,
  ...given,
})

/** What is told of an export. */
export const someExportFacts = (given: Partial<ExportFacts> = {}): ExportFacts => ({
  id: '01~2020-03~left-out~protected~1',
  region: '01',
  month: '2020-03',
  table: 'left-out',
  audience: 'protected',
  revision: 1,
  knownAt: '2020-04-15T08:00:00.000Z',
  rules: [{ agreement: 'stockholm-somatic', stage: '1', version: '1', sha256: 'a'.repeat(64) }],
  definitions: [{ id: 'figures', version: '1', sha256: 'b'.repeat(64) }],
  suppression: { threshold: 5, hiddenCells: 2 },
  ...given,
})
