import { municipalities } from '#schemas/reference/municipalities.ts'
import type { Block, Column, ColumnType, Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { randomFrom } from './random.ts'

const code: ColumnType = { kind: 'code' }
const count: ColumnType = { kind: 'integer' }
const decimal = (decimals: number): ColumnType => ({ kind: 'decimal', decimals })

const columnsTold: readonly (readonly [name: string, type: ColumnType, title: string, block?: Block])[] = [
  ['month', { kind: 'month' }, 'Månad'],
  ['region', code, 'Region'],
  ['level', code, 'Nivå'],
  ['municipality', code, 'Kommun'],
  ['municipality_name', { kind: 'text' }, 'Kommunens namn'],
  ['district', code, 'Stadsdel'],
  ['district_name', { kind: 'text' }, 'Stadsdelens namn'],
  ['care_type', code, 'Vårdform'],
  ['agreement', code, 'Överenskommelse'],
  ['stage', code, 'Etapp'],
  ['version', code, 'Version'],
  ['discharged', count, 'Utskrivna', 'stays'],
  ['day_zero', count, 'Utskrivna dag noll', 'stays'],
  ['one_day_or_more', count, 'Utskrivna efter en dag eller mer', 'stays'],
  ['ready_days', count, 'Utskrivningsklara dagar', 'stays'],
  ['mean_with_day_zero', decimal(4), 'Medelvärde med dag noll', 'stays'],
  ['n_with_day_zero', count, 'Antal i medelvärdet med dag noll', 'stays'],
  ['mean_without_day_zero', decimal(4), 'Medelvärde utan dag noll', 'stays'],
  ['n_without_day_zero', count, 'Antal i medelvärdet utan dag noll', 'stays'],
  ['free_days', decimal(4), 'Fristdagar'],
  ['agreement_mean', decimal(4), 'Överenskommelsens medelvärde', 'liability'],
  ['agreement_n', count, 'Antal i överenskommelsens medelvärde', 'liability'],
  ['liable', { kind: 'text' }, 'Betalningsansvar', 'liability'],
  ['liable_days', decimal(4), 'Dagar med betalningsansvar', 'liability'],
  ['amount', decimal(2), 'Belopp (kr)', 'liability'],
  ['billing', code, 'Fakturering'],
  ['status', code, 'Läge'],
  ['left_out', count, 'Utanför beräkningen', 'left-out'],
  ['undetermined', count, 'Ej avgjorda', 'undetermined'],
  ['without_notice', count, 'Utan underrättelse', 'without-notice'],
  ['index_stays', count, 'Vårdtillfällen som kan följas', 'readmissions'],
  ['readmitted_7', count, 'Återinskrivna inom 7 dagar', 'readmissions'],
  ['share_7', decimal(4), 'Andel återinskrivna inom 7 dagar', 'readmissions'],
  ['readmitted_30', count, 'Återinskrivna inom 30 dagar', 'readmissions'],
  ['share_30', decimal(4), 'Andel återinskrivna inom 30 dagar', 'readmissions'],
  ['hidden', { kind: 'text' }, 'Dolt'],
]

const columns: readonly Column[] = columnsTold.map(([name, type, title, block]) => ({
  name,
  type,
  title: { sv: title, en: name.replaceAll('_', ' ') },
  meaning: {
    sv: `${title} för enheten under månaden.`,
    en: `The ${name.replaceAll('_', ' ')} of the unit in the month.`,
  },
  ...(block === undefined ? {} : { block }),
}))

const random = randomFrom(20_200_301)
const share = (part: number, whole: number): string | null => (whole === 0 ? null : (part / whole).toFixed(4))

const aRow = (level: string, municipality: string | null, careType: string, size: number): Row => {
  const discharged = size + random.below(size)
  const dayZero = random.below(discharged)
  const readyDays = Math.round(discharged * (0.5 + random.below(25) / 10))
  const liableDays = Math.max(0, readyDays - Math.round(discharged * 1.3))
  const indexStays = discharged + random.below(20)
  const readmitted = random.below(Math.ceil(indexStays / 4))
  const shownReadmissions = readmitted >= 5
  const stays = discharged >= 5
  const row = {
    month: '2020-03',
    region: '01',
    level,
    municipality,
    municipality_name: municipality === null ? null : (municipalities[municipality] ?? null),
    district: null,
    district_name: null,
    care_type: careType,
    agreement: 'stockholm-somatic',
    stage: '3',
    version: '1.10',
    free_days: '1.3000',
    billing: 'waits',
    status: 'settled',
    left_out: random.below(4),
    undetermined: 0,
    without_notice: random.below(9),
    index_stays: shownReadmissions ? indexStays : null,
    readmitted_7: shownReadmissions ? Math.floor(readmitted / 2) : null,
    share_7: shownReadmissions ? share(Math.floor(readmitted / 2), indexStays) : null,
    readmitted_30: shownReadmissions ? readmitted : null,
    share_30: shownReadmissions ? share(readmitted, indexStays) : null,
    hidden: [...(stays ? [] : ['stays', 'liability']), ...(shownReadmissions ? [] : ['readmissions'])].join(' '),
  }
  return {
    ...row,
    discharged: stays ? discharged : null,
    day_zero: stays ? dayZero : null,
    one_day_or_more: stays ? discharged - dayZero : null,
    ready_days: stays ? readyDays : null,
    mean_with_day_zero: stays ? share(readyDays, discharged) : null,
    n_with_day_zero: stays ? discharged : null,
    mean_without_day_zero: stays ? share(readyDays, discharged - dayZero) : null,
    n_without_day_zero: stays ? discharged - dayZero : null,
    agreement_mean: stays ? share(readyDays, discharged) : null,
    agreement_n: stays ? discharged : null,
    liable: stays ? (liableDays > 0 ? 'yes' : 'no') : null,
    liable_days: stays ? liableDays.toFixed(4) : null,
    amount: stays ? (liableDays * 8200).toFixed(2) : null,
  }
}

const stockholms = Object.keys(municipalities).filter((municipality) => municipality.startsWith('01'))
const careTypes = ['somatic', 'psychiatric', 'all']

/** A region's month as the figures could be published: made-up numbers for the municipalities of Stockholm's county. */
export const aFiguresTable: StatisticsTable = {
  name: 'figures',
  title: { sv: 'Utskrivningsklara patienter', en: 'Patients ready for discharge' },
  columns,
  rows: [
    ...careTypes.map((careType) => aRow('region', null, careType, 900)),
    ...stockholms.flatMap((municipality, at) =>
      careTypes.map((careType) => aRow('municipality', municipality, careType, 3 + ((at * 37) % 90))),
    ),
  ],
}
