import {
  averagePart,
  type HandComputed,
  type HandComputedCase,
  handComputed,
  individualPart,
  stays,
} from './hand-computed.ts'

/** The rule files, among those of the tests, that the months need. */
export const otherCountiesFiles = [
  'stockholm-working-days-stage-1.v1.yaml',
  'gavleborg-somatic-stage-1.v1.yaml',
  'gavleborg-psychiatric-stage-1.v1.yaml',
  'dalarna-stage-1.v1.yaml',
  'dalarna-stage-2.v1.yaml',
] as const

const HUDDINGE = '0126'
const GAVLE = '2180'
const FALUN = '2080'

const cases: readonly HandComputedCase[] = [
  {
    // Free: 20, 21, 27 and 28 December, and 2 January. Charged: Thursday 3 and Friday 4 January; the 5th is a Saturday, the
    // 6th a Sunday. 7 − 5 = 2 days, and 2 × 7 800.00 = 15 600.00.
    name: 'five working days over Christmas and New Year',
    municipality: HUDDINGE,
    month: '2019-01',
    agreement: 'stockholm-working-days',
    stage: '1',
    told: [{ ready: '2018-12-20 09:00', out: '2019-01-07 14:00' }],
    expected: {
      model: 'individual',
      cohort: { episodes: 1, readyDays: '7' },
      ...individualPart(1, '2.00', '15600.00'),
      days: '2.00',
      amount: '15600.00',
      missing: [],
    },
  },
  {
    // Free: Friday 14 June, and the 17th to the 20th. The 21st is midsummer’s eve, the 22nd midsummer’s day, the 23rd a Sunday.
    // Charged: the 24th and 25th. 7 − 5 = 2 days, and 2 × 7 800.00 = 15 600.00.
    name: 'five working days over midsummer',
    municipality: GAVLE,
    month: '2019-06',
    agreement: 'gavleborg-somatic',
    stage: '1',
    told: [{ ready: '2019-06-14 09:00', out: '2019-06-26 14:00' }],
    expected: {
      model: 'individual',
      cohort: { episodes: 1, readyDays: '7' },
      ...individualPart(1, '2.00', '15600.00'),
      days: '2.00',
      amount: '15600.00',
      missing: [],
    },
  },
  {
    // March is 31 days and two of April follow: 33 − 30 = 3 days, and 3 × 7 800.00 = 23 400.00.
    name: 'thirty days in psychiatric care',
    municipality: GAVLE,
    month: '2019-04',
    agreement: 'gavleborg-psychiatric',
    stage: '1',
    told: [{ careType: 'psychiatric', ready: '2019-03-01 09:00', out: '2019-04-03 14:00' }],
    expected: {
      model: 'individual',
      cohort: { episodes: 1, readyDays: '33' },
      ...individualPart(1, '3.00', '23400.00'),
      days: '3.00',
      amount: '23400.00',
      missing: [],
    },
  },
  {
    // 0 + 2 + 5 + 6 + 8 + 11 = 32, and 32 ÷ 6 = 5.333…, rounded 5.33; (5.33 − 3.0) × 6 = 13.98 days, and
    // 13.98 × 9 300.00 = 130 014.00.
    name: 'a mean that is rounded to two decimals',
    municipality: FALUN,
    month: '2022-05',
    agreement: 'dalarna',
    stage: '1',
    told: stays([0, 2, 5, 6, 8, 11], '2022-05-28'),
    expected: {
      model: 'average',
      cohort: { episodes: 6, dayZero: 1, readyDays: '32', average: '5.3300' },
      level: '3.0',
      ...averagePart('13.98', '130014.00'),
      days: '13.98',
      amount: '130014.00',
      missing: [],
    },
  },
  {
    // 2 + 3 + 3 = 8, and 8 ÷ 3 = 2.666…, rounded 2.67. Over which level is not known until it has been determined.
    name: 'a level that is not determined yet',
    municipality: FALUN,
    month: '2023-05',
    agreement: 'dalarna',
    stage: '2',
    told: stays([2, 3, 3], '2023-05-28'),
    expected: {
      model: 'average',
      cohort: { episodes: 3, readyDays: '8', average: '2.6700' },
      level: null,
      liable: null,
      days: null,
      amount: null,
      missing: ['determination dalarna stage 2'],
    },
  },
]

/** Months in Stockholm, Gävleborg and Dalarna with what they come to by hand; 7 800.00 a day in 2019, 9 300.00 in 2022. */
export const otherCountiesMonths: readonly HandComputed[] = cases.map(handComputed)
