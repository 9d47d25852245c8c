import { countedPeriods } from '../episode/counted-dates.ts'
import type { EpisodeFacts } from '../episode/facts.ts'
import type { Decision } from '../liability/decision.ts'

/** What is counted of episodes: whole numbers, which sum over units, care types and rule versions. */
export type Counts = {
  /** The episodes that count: those without ready days, those with, and the days of the latter. */
  readonly dayZero: number
  readonly oneDayOrMore: number
  readonly readyDays: number
  /** Those of them that an average model charges by themselves, outside its mean. */
  readonly chargedApart: number
  readonly leftOut: number
  readonly undetermined: number
  readonly withoutNotice: number
  /** All closed stays with a readiness notice, as national statistics count them. */
  readonly nationalDayZero: number
  readonly nationalOneDayOrMore: number
  readonly nationalDays: number
  /** Unplanned readmissions: the discharges that one may follow, those that one does within so many days, and where it is not known. */
  readonly indexStays: number
  readonly readmitted7: number
  readonly unknown7: number
  readonly readmitted30: number
  readonly unknown30: number
}

export const noCounts: Counts = {
  dayZero: 0,
  oneDayOrMore: 0,
  readyDays: 0,
  chargedApart: 0,
  leftOut: 0,
  undetermined: 0,
  withoutNotice: 0,
  nationalDayZero: 0,
  nationalOneDayOrMore: 0,
  nationalDays: 0,
  indexStays: 0,
  readmitted7: 0,
  unknown7: 0,
  readmitted30: 0,
  unknown30: 0,
}

/** The counts of several together. */
export const sumOfCounts = (all: readonly Counts[]): Counts => {
  const sum = { ...noCounts }
  for (const counts of all) for (const name of countNames) sum[name] += counts[name]
  return sum
}

/** What a decided episode adds, but for readmissions; nothing while it is open or when it is cancelled. */
export const countsOf = (facts: EpisodeFacts, decision: Decision): Counts => {
  switch (decision.outcome) {
    case 'in-mean':
    case 'individual':
      return { ...noCounts, ...nationalOf(facts), ...countedOf(decision) }
    case 'left-out':
      return { ...noCounts, ...nationalOf(facts), leftOut: 1 }
    case 'undetermined':
      return { ...noCounts, ...nationalOf(facts), undetermined: 1 }
    case 'not-ready':
      return { ...noCounts, withoutNotice: 1 }
    case 'open':
    case 'cancelled':
      return noCounts
  }
}

const countNames = [
  'dayZero',
  'oneDayOrMore',
  'readyDays',
  'chargedApart',
  'leftOut',
  'undetermined',
  'withoutNotice',
  'nationalDayZero',
  'nationalOneDayOrMore',
  'nationalDays',
  'indexStays',
  'readmitted7',
  'unknown7',
  'readmitted30',
  'unknown30',
] as const satisfies readonly (keyof Counts)[]

const countedOf = ({ outcome, rule, days }: Decision): Partial<Counts> => {
  const readyDays = days?.readyDays ?? 0
  const isApart = outcome === 'individual' && rule?.file.model.kind === 'average'
  return {
    dayZero: readyDays === 0 ? 1 : 0,
    oneDayOrMore: readyDays > 0 ? 1 : 0,
    readyDays,
    chargedApart: isApart ? 1 : 0,
  }
}

// From the date of each notice, whatever the hour, to the date of its end: no agreement has a say in it.
const NATIONAL_CLOCK = { starts: 'readiness-notice-sent', days: 'calendar', periods: 'sum' } as const

const nationalOf = (facts: EpisodeFacts): Partial<Counts> => {
  const days = countedPeriods(NATIONAL_CLOCK, facts).reduce((sum, { dates }) => sum + dates.length, 0)
  return {
    nationalDayZero: days === 0 ? 1 : 0,
    nationalOneDayOrMore: days > 0 ? 1 : 0,
    nationalDays: days,
  }
}
