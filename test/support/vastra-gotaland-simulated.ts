import type { HandSimulatedFile } from './hand-simulated.ts'

const GOTEBORG = '1480'
const TROLLHATTAN = '1488'
const BORAS = '1490'
const SKOVDE = '1496'

/**
 * What each file of Västra Götaland changes in a month, from the Act to the agreement. Under the Act each readiness period
 * has three free days, or four when the notice is sent after 12.00; every notice is sent at 10.00 or 09.00, but for one.
 */
export const vastraGotalandSimulated: readonly HandSimulatedFile[] = [
  {
    version: 'vastra-gotaland-somatic~1.1',
    units: [
      {
        // 2, 3, 6 and 8 days: 3 + 5 = 8 days, of 2018 without a known amount. The agreement: 10 days, 42 770.00.
        municipality: TROLLHATTAN,
        month: '2018-05',
        was: { days: '8.00', amount: null },
        is: { days: '10.00', amount: '42770.00' },
        delta: null,
        crossing: null,
      },
    ],
  },
  {
    version: 'vastra-gotaland-somatic~2.1',
    units: [
      {
        // 0, 2, 4 and 6 days: 1 + 3 = 4 days, and 4 × 7 800.00 = 31 200.00. The agreement: nothing.
        municipality: GOTEBORG,
        month: '2019-05',
        was: { days: '4.00', amount: '31200.00' },
        is: { days: '0.00', amount: '0.00' },
        delta: { days: '-4.00', amount: '-31200.00' },
        crossing: 'no-longer-liable',
      },
      {
        // 0, 1, 3, 3, 4, 5 and 7 days: 1 + 2 + 4 = 7 days, and 7 × 7 800.00 = 54 600.00. The agreement: 2 days, 15 600.00.
        // 2 − 7 = −5 days, and 15 600.00 − 54 600.00 = −39 000.00.
        municipality: BORAS,
        month: '2019-05',
        was: { days: '7.00', amount: '54600.00' },
        is: { days: '2.00', amount: '15600.00' },
        delta: { days: '-5.00', amount: '-39000.00' },
        crossing: null,
      },
      {
        // 3, 4 and 9 days: 1 + 6 = 7 days, and 7 × 7 800.00 = 54 600.00; the fourth has no admission notice under the Act
        // either. The agreement: 10 days, 78 000.00. 10 − 7 = 3 days, and 78 000.00 − 54 600.00 = 23 400.00.
        municipality: SKOVDE,
        month: '2019-05',
        was: { days: '7.00', amount: '54600.00' },
        is: { days: '10.00', amount: '78000.00' },
        delta: { days: '3.00', amount: '23400.00' },
        crossing: null,
      },
    ],
  },
  {
    version: 'vastra-gotaland-psychiatric~1.1',
    units: [
      {
        // 7 and 10 days: 4 + 7 = 11 days, and 11 × 8 200.00 = 90 200.00. The agreement: 3 days, 24 600.00.
        // 3 − 11 = −8 days, and 24 600.00 − 90 200.00 = −65 600.00.
        municipality: GOTEBORG,
        month: '2020-02',
        was: { days: '11.00', amount: '90200.00' },
        is: { days: '3.00', amount: '24600.00' },
        delta: { days: '-8.00', amount: '-65600.00' },
        crossing: null,
      },
      {
        // 8 − 3 = 5 and, from a notice at 16.00, 9 − 4 = 5: 10 days, and 10 × 8 200.00 = 82 000.00. The agreement: 3 days,
        // 24 600.00. 3 − 10 = −7 days, and 24 600.00 − 82 000.00 = −57 400.00.
        municipality: BORAS,
        month: '2020-02',
        was: { days: '10.00', amount: '82000.00' },
        is: { days: '3.00', amount: '24600.00' },
        delta: { days: '-7.00', amount: '-57400.00' },
        crossing: null,
      },
      {
        // 0 and 7 days: 4 days, and 4 × 8 200.00 = 32 800.00. The agreement: nothing.
        municipality: SKOVDE,
        month: '2020-02',
        was: { days: '4.00', amount: '32800.00' },
        is: { days: '0.00', amount: '0.00' },
        delta: { days: '-4.00', amount: '-32800.00' },
        crossing: 'no-longer-liable',
      },
    ],
  },
  {
    version: 'vastra-gotaland-psychiatric~2.1',
    units: [
      {
        // 2, 5 and 8 days: 2 + 5 = 7 days, and 7 × 8 200.00 = 57 400.00. The agreement: 9 days, 73 800.00.
        // 9 − 7 = 2 days, and 73 800.00 − 57 400.00 = 16 400.00.
        municipality: GOTEBORG,
        month: '2020-04',
        was: { days: '7.00', amount: '57400.00' },
        is: { days: '9.00', amount: '73800.00' },
        delta: { days: '2.00', amount: '16400.00' },
        crossing: null,
      },
    ],
  },
]
