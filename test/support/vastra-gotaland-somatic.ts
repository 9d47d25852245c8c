import { averagePart, type HandComputedCase, individualPart, stays } from './hand-computed.ts'

const SOMATIC = 'vastra-gotaland-somatic'
const GOTEBORG = '1480'
const UDDEVALLA = '1485'
const TROLLHATTAN = '1488'
const BORAS = '1490'
const SKOVDE = '1496'

/** Somatic care: 4 277.00 a day to 2018-09-24, none known for the rest of that year, 7 800.00 in 2019. */
export const vastraGotalandSomatic: readonly HandComputedCase[] = [
  {
    // 0 + 2 + 4 + 6 = 12, and 12 ÷ 4 = 3.0, which is not above 3.0.
    // Without the one on day zero: 12 − 3.0 × 3 = 3 days, and 3 × 7 800.00 = 23 400.00.
    name: 'a mean of exactly 3.0',
    municipality: GOTEBORG,
    month: '2019-05',
    agreement: SOMATIC,
    stage: '2',
    told: stays([0, 2, 4, 6], '2019-05-28'),
    expected: {
      model: 'average',
      cohort: { episodes: 4, dayZero: 1, readyDays: '12', average: '3.0000', leftOut: 0, undetermined: 0 },
      level: '3.0',
      liable: false,
      ...averagePart('0.00', '0.00'),
      ...individualPart(0, '0.00', '0.00'),
      days: '0.00',
      amount: '0.00',
      missing: [],
      alternatives: [
        { question: 'long-stay', reading: 'beyond-limit', days: '0.00', amount: '0.00' },
        { question: 'day-zero', reading: 'out-of-mean', days: '3.00', amount: '23400.00' },
        { question: 'left-out', reading: 'counts-zero-days', days: '0.00', amount: '0.00' },
      ],
    },
  },
  {
    // 0 + 1 + 3 + 3 + 4 + 5 + 7 = 23, and 23 ÷ 7 = 3 2⁄7 = 3.2857; 23 − 3.0 × 7 = 2 days, and 2 × 7 800.00 = 15 600.00.
    // Without the one on day zero: 23 − 3.0 × 6 = 5 days, and 5 × 7 800.00 = 39 000.00.
    name: 'a mean above 3.0 that is no decimal number',
    municipality: BORAS,
    month: '2019-05',
    agreement: SOMATIC,
    stage: '2',
    told: stays([0, 1, 3, 3, 4, 5, 7], '2019-05-28'),
    expected: {
      model: 'average',
      cohort: { episodes: 7, dayZero: 1, readyDays: '23', average: '3.2857', leftOut: 0, undetermined: 0 },
      level: '3.0',
      liable: true,
      ...averagePart('2.00', '15600.00'),
      ...individualPart(0, '0.00', '0.00'),
      days: '2.00',
      amount: '15600.00',
      missing: [],
      alternatives: [
        { question: 'long-stay', reading: 'beyond-limit', days: '2.00', amount: '15600.00' },
        { question: 'day-zero', reading: 'out-of-mean', days: '5.00', amount: '39000.00' },
        { question: 'left-out', reading: 'counts-zero-days', days: '2.00', amount: '15600.00' },
      ],
    },
  },
  {
    // 3 + 4 = 7, and 7 ÷ 2 = 3.5; 7 − 3.0 × 2 = 1 day, and 1 × 7 800.00 = 7 800.00. The stay of 9 is more than 7 days and
    // charged by itself: 9 × 7 800.00 = 70 200.00. Together 10 days and 78 000.00. The fourth had no admission notice.
    // Beyond the seventh day: 1 + 2 = 3, and 3 × 7 800.00 = 23 400.00. With the fourth as zero days 7 ÷ 3 is not above 3.0: 9.
    name: 'a long stay beside a mean above 3.0, and one left out',
    municipality: SKOVDE,
    month: '2019-05',
    agreement: SOMATIC,
    stage: '2',
    told: [...stays([3, 4, 9], '2019-05-28'), ...stays([5], '2019-05-28', { admissionNotice: false })],
    expected: {
      model: 'average',
      cohort: { episodes: 2, dayZero: 0, readyDays: '7', average: '3.5000', leftOut: 1, undetermined: 0 },
      level: '3.0',
      liable: true,
      ...averagePart('1.00', '7800.00'),
      ...individualPart(1, '9.00', '70200.00'),
      days: '10.00',
      amount: '78000.00',
      missing: [],
      alternatives: [
        { question: 'long-stay', reading: 'beyond-limit', days: '3.00', amount: '23400.00' },
        { question: 'day-zero', reading: 'out-of-mean', days: '10.00', amount: '78000.00' },
        { question: 'left-out', reading: 'counts-zero-days', days: '9.00', amount: '70200.00' },
      ],
    },
  },
  {
    // 2 + 3 + 6 = 11, and 11 ÷ 3 = 3.6667; 11 − 3.0 × 3 = 2 days, and 2 × 4 277.00 = 8 554.00. Eight days by themselves:
    // 8 × 4 277.00 = 34 216.00. Together 10 days and 42 770.00. Beyond the seventh day 2 + 1 = 3, and 3 × 4 277.00 = 12 831.00.
    name: 'the agreed amount of 4 277.00',
    municipality: TROLLHATTAN,
    month: '2018-05',
    agreement: SOMATIC,
    stage: '1',
    told: stays([2, 3, 6, 8], '2018-05-28'),
    expected: {
      model: 'average',
      cohort: { episodes: 3, dayZero: 0, readyDays: '11', average: '3.6667', leftOut: 0, undetermined: 0 },
      level: '3.0',
      liable: true,
      ...averagePart('2.00', '8554.00'),
      ...individualPart(1, '8.00', '34216.00'),
      days: '10.00',
      amount: '42770.00',
      missing: [],
      alternatives: [
        { question: 'long-stay', reading: 'beyond-limit', days: '3.00', amount: '12831.00' },
        { question: 'day-zero', reading: 'out-of-mean', days: '10.00', amount: '42770.00' },
        { question: 'left-out', reading: 'counts-zero-days', days: '10.00', amount: '42770.00' },
      ],
    },
  },
  {
    // 5 − 3.0 = 2 days, and 2 × 4 277.00 = 8 554.00, since 24 September 2018 is the last day of stage 1.
    name: 'discharged on the last day of the agreed amount',
    municipality: UDDEVALLA,
    month: '2018-09',
    agreement: SOMATIC,
    stage: '1',
    told: [...stays([5], '2018-09-24')],
    expected: { cohort: { episodes: 1, average: '5.0000' }, days: '2.00', amount: '8554.00', missing: [] },
  },
  {
    // 5 − 3.0 = 2 days and 6 − 3.0 = 3 days: 11 − 3.0 × 2 = 5 days; the national amount of 2018 is not known.
    name: 'discharged after the last day of the agreed amount',
    municipality: UDDEVALLA,
    month: '2018-09',
    agreement: SOMATIC,
    stage: '2',
    told: [...stays([5], '2018-09-25'), ...stays([6], '2018-09-28')],
    expected: {
      cohort: { episodes: 2, average: '5.5000' },
      liable: true,
      days: '5.00',
      amount: null,
      missing: ['day-amount 2018'],
    },
  },
]
