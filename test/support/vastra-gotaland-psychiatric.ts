import { averagePart, type HandComputedCase, individualPart, stays } from './hand-computed.ts'

const PSYCHIATRIC = 'vastra-gotaland-psychiatric'
const GOTEBORG = '1480'
const BORAS = '1490'
const SKOVDE = '1496'

/** Psychiatric care in 2020, 8 200.00 a day: individual to the end of March, then by the mean. */
export const vastraGotalandPsychiatric: readonly HandComputedCase[] = [
  {
    // 7 − 7 = 0 and 10 − 7 = 3: 3 days, and 3 × 8 200.00 = 24 600.00. The ten are 19 to 28 February 2020.
    name: 'seven free days each',
    municipality: GOTEBORG,
    month: '2020-02',
    agreement: PSYCHIATRIC,
    stage: '1',
    told: [
      ...stays([7], '2020-02-20', { careType: 'psychiatric' }),
      ...stays([10], '2020-02-29', { careType: 'psychiatric' }),
    ],
    expected: {
      model: 'individual',
      cohort: { episodes: 2, dayZero: 0, readyDays: '17', average: null, leftOut: 0, undetermined: 0 },
      level: null,
      liable: true,
      ...averagePart('0.00', '0.00'),
      ...individualPart(1, '3.00', '24600.00'),
      days: '3.00',
      amount: '24600.00',
      missing: [],
      alternatives: [],
    },
  },
  {
    // From the 1st to the 9th 8, and 8 − 7 = 1; from the 12th to the 21st 9, and 9 − 7 = 2: 3 days, 3 × 8 200.00 = 24 600.00.
    name: 'two readiness periods with seven free days each',
    municipality: BORAS,
    month: '2020-02',
    agreement: PSYCHIATRIC,
    stage: '1',
    told: [
      {
        careType: 'psychiatric',
        readiness: [
          { ready: '2020-02-01 09:00', withdrawn: '2020-02-09 09:00' },
          { ready: '2020-02-12 16:00', out: '2020-02-21 11:00' },
        ],
      },
    ],
    expected: {
      model: 'individual',
      cohort: { episodes: 1, dayZero: 0, readyDays: '17', average: null, leftOut: 0, undetermined: 0 },
      level: null,
      liable: true,
      ...averagePart('0.00', '0.00'),
      ...individualPart(1, '3.00', '24600.00'),
      days: '3.00',
      amount: '24600.00',
      missing: [],
      alternatives: [],
    },
  },
  {
    // 0 and 7 days are within seven free days.
    name: 'nobody beyond seven free days',
    municipality: SKOVDE,
    month: '2020-02',
    agreement: PSYCHIATRIC,
    stage: '1',
    told: stays([0, 7], '2020-02-28', { careType: 'psychiatric' }),
    expected: {
      model: 'individual',
      cohort: { episodes: 2, dayZero: 1, readyDays: '7', average: null, leftOut: 0, undetermined: 0 },
      level: null,
      liable: false,
      ...averagePart('0.00', '0.00'),
      ...individualPart(0, '0.00', '0.00'),
      days: '0.00',
      amount: '0.00',
      missing: [],
      alternatives: [],
    },
  },
  {
    // 2 + 5 = 7, and 7 ÷ 2 = 3.5; 7 − 3.0 × 2 = 1 day, and 8 by themselves: 9 days, and 9 × 8 200.00 = 73 800.00.
    name: 'psychiatric care by its mean',
    municipality: GOTEBORG,
    month: '2020-04',
    agreement: PSYCHIATRIC,
    stage: '2',
    told: stays([2, 5, 8], '2020-04-28', { careType: 'psychiatric' }),
    expected: {
      model: 'average',
      cohort: { episodes: 2, dayZero: 0, readyDays: '7', average: '3.5000', leftOut: 0, undetermined: 0 },
      level: '3.0',
      liable: true,
      ...averagePart('1.00', '8200.00'),
      ...individualPart(1, '8.00', '65600.00'),
      days: '9.00',
      amount: '73800.00',
      missing: [],
    },
  },
]
