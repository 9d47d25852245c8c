import { anEpisode } from './an-episode.ts'
import { averagePart, type HandComputed, handComputed, stays } from './hand-computed.ts'

const FALUN = '2080'
const BORLANGE = '2081'
const GAVLE = '2180'

/**
 * Stays that decide the level of Dalarna's second stage, the county's mean in 2022, with others that stand beside it:
 * (32 + 0 + 1 + 1) ÷ (6 + 6 + 2) = 34 ÷ 14 = 17 ÷ 7 = 2.428571…, rounded 2.4286, which is below 3.0.
 */
export const dalarnaPopulation: readonly { readonly path: string; readonly body: unknown }[] = [
  // 0 + 2 + 5 + 6 + 8 + 11 = 32.
  ...stays([0, 2, 5, 6, 8, 11], '2022-05-28', { registered: FALUN }),
  ...stays([0, 0, 0, 0, 0, 0], '2022-01-01', { registered: BORLANGE }),
  ...stays([1], '2022-12-31', { registered: BORLANGE }),
  ...stays([1], '2022-12-31', { registered: BORLANGE, careType: 'psychiatric' }),
  // Before the year, left out, and under the Act, as a patient from another county is.
  ...stays([9], '2021-12-31', { registered: BORLANGE }),
  ...stays([9], '2022-05-28', { registered: BORLANGE, admissionNotice: false }),
  ...stays([9], '2022-05-28', { registered: GAVLE }),
].map((told, number) => ({ path: `/v1/episodes/20~population-${number}`, body: anEpisode(told) }))

/** A stay that is told of too late to move the level: 34 ÷ 15 = 2.2666…, were it determined again. */
export const dalarnaLatecomer = {
  path: '/v1/episodes/20~latecomer',
  body: anEpisode(stays([0], '2022-06-15', { registered: FALUN })[0]),
}

const ofStage2 = { agreement: 'dalarna', stage: '2' } as const

/** Months of 2023, 10 500.00 a day, with what they come to over the level of 2.4286. */
export const dalarnaOverLevel: readonly HandComputed[] = [
  {
    ...ofStage2,
    // 2 + 3 + 3 = 8, and 8 ÷ 3 = 2.666…, rounded 2.67; (2.67 − 2.4286) × 3 = 0.7242 days, shown 0.72, and
    // 0.7242 × 10 500.00 = 7 604.10. Every day: 2.67 × 3 = 8.01, and 8.01 × 10 500.00 = 84 105.00. Not rounded:
    // 8 − 2.4286 × 3 = 0.7142, and 0.7142 × 10 500.00 = 7 499.10.
    name: 'a mean below 3.0 and above the determined level',
    municipality: FALUN,
    month: '2023-05',
    told: stays([2, 3, 3], '2023-05-28'),
    expected: {
      cohort: { episodes: 3, readyDays: '8', average: '2.6700' },
      level: '2.4286',
      liable: true,
      ...averagePart('0.72', '7604.10'),
      days: '0.72',
      amount: '7604.10',
      missing: [],
      alternatives: [
        { question: 'charge', reading: 'all-days', days: '8.01', amount: '84105.00' },
        { question: 'rounding', reading: 'exact', days: '0.71', amount: '7499.10' },
        { question: 'left-out', reading: 'counts-zero-days', days: '0.72', amount: '7604.10' },
      ],
    },
  },
  {
    ...ofStage2,
    // 9 ÷ 1 = 9; (9 − 2.4286) × 1 = 6.5714 days, shown 6.57, and 6.5714 × 10 500.00 = 68 999.70.
    name: 'discharged on the day after the year of the level',
    municipality: BORLANGE,
    month: '2023-01',
    told: stays([9], '2023-01-01'),
    expected: {
      cohort: { episodes: 1, readyDays: '9', average: '9.0000' },
      level: '2.4286',
      liable: true,
      ...averagePart('6.57', '68999.70'),
      days: '6.57',
      amount: '68999.70',
      missing: [],
    },
  },
  {
    ...ofStage2,
    // 1 + 3 = 4, and 4 ÷ 2 = 2, which is not above 2.4286.
    name: 'a mean below the determined level',
    municipality: BORLANGE,
    month: '2023-03',
    told: stays([1, 3], '2023-03-28'),
    expected: {
      cohort: { episodes: 2, readyDays: '4', average: '2.0000' },
      level: '2.4286',
      liable: false,
      ...averagePart('0.00', '0.00'),
      days: '0.00',
      amount: '0.00',
      missing: [],
    },
  },
].map(handComputed)
