import type { HandSimulatedFile } from './hand-simulated.ts'

const HUDDINGE = '0126'
const GAVLE = '2180'
const FALUN = '2080'

/**
 * What each file of the other counties changes in a month. Under the Act each of these stays has three free days; what
 * applied in Stockholm in 2018 and 2019 is not known, so neither is what a rule for that time changes.
 */
export const otherCountiesSimulated: readonly HandSimulatedFile[] = [
  {
    version: 'stockholm-working-days~1.1',
    units: [
      {
        municipality: HUDDINGE,
        month: '2019-01',
        was: { days: null, amount: null },
        is: { days: '2.00', amount: '15600.00' },
        delta: null,
        crossing: null,
      },
    ],
  },
  {
    version: 'gavleborg-somatic~1.1',
    units: [
      {
        // 12 − 3 = 9 days, and 9 × 7 800.00 = 70 200.00. The agreement: 2 days, 15 600.00.
        // 2 − 9 = −7 days, and 15 600.00 − 70 200.00 = −54 600.00.
        municipality: GAVLE,
        month: '2019-06',
        was: { days: '9.00', amount: '70200.00' },
        is: { days: '2.00', amount: '15600.00' },
        delta: { days: '-7.00', amount: '-54600.00' },
        crossing: null,
      },
    ],
  },
  {
    version: 'gavleborg-psychiatric~1.1',
    units: [
      {
        // 33 − 3 = 30 days, and 30 × 7 800.00 = 234 000.00. The agreement: 3 days, 23 400.00.
        // 3 − 30 = −27 days, and 23 400.00 − 234 000.00 = −210 600.00.
        municipality: GAVLE,
        month: '2019-04',
        was: { days: '30.00', amount: '234000.00' },
        is: { days: '3.00', amount: '23400.00' },
        delta: { days: '-27.00', amount: '-210600.00' },
        crossing: null,
      },
    ],
  },
  {
    version: 'dalarna~1.1',
    units: [
      {
        // 0, 2, 5, 6, 8 and 11 days: 2 + 3 + 5 + 8 = 18 days, and 18 × 9 300.00 = 167 400.00. The agreement: 13.98 days,
        // 130 014.00. 13.98 − 18 = −4.02 days, and 130 014.00 − 167 400.00 = −37 386.00.
        municipality: FALUN,
        month: '2022-05',
        was: { days: '18.00', amount: '167400.00' },
        is: { days: '13.98', amount: '130014.00' },
        delta: { days: '-4.02', amount: '-37386.00' },
        crossing: null,
      },
    ],
  },
  {
    version: 'dalarna~2.1',
    units: [
      {
        // 2, 3 and 3 days are all free under the Act. The agreement's level is not determined yet.
        municipality: FALUN,
        month: '2023-05',
        was: { days: '0.00', amount: '0.00' },
        is: { days: null, amount: null },
        delta: null,
        crossing: null,
      },
    ],
  },
]
