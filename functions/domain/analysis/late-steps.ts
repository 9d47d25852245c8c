import type { Text } from '#schemas/text.ts'
import { daysBetween } from '../calendar/civil-date.ts'
import { dateOf, timeOfDay } from '../calendar/civil-time.ts'
import type { EpisodeFacts } from '../episode/facts.ts'
import type { Delay } from './attributed-days.ts'

/** A step of a discharge that was late or left out, with the paragraph that sets its time where the Act does. */
export type LateStep = {
  readonly id: string
  readonly cites?: string
  readonly text: Text
  readonly isLate: (facts: EpisodeFacts, delays: readonly Delay[]) => boolean
}

/** Every step that is looked at, in the order in which they are taken. */
export const lateSteps: readonly LateStep[] = [
  {
    id: 'admission-notice-not-sent',
    cites: '2 kap. 1 § lag (2017:612)',
    text: { sv: 'Inget inskrivningsmeddelande skickades', en: 'No admission notice was sent' },
    isLate: ({ admissionNoticeDelayHours }) => admissionNoticeDelayHours === undefined,
  },
  {
    id: 'admission-notice-late',
    cites: '2 kap. 3 § lag (2017:612)',
    text: {
      sv: 'Inskrivningsmeddelandet skickades senare än 24 timmar efter inskrivningen',
      en: 'The admission notice was sent later than 24 hours after the admission',
    },
    isLate: ({ admissionNoticeDelayHours: hours }) => hours !== undefined && hours > 24,
  },
  {
    id: 'length-of-stay-estimate-not-sent',
    text: { sv: 'Ingen vårdtidsbedömning skickades', en: 'No length-of-stay estimate was sent' },
    isLate: ({ lengthOfStayEstimateSent }) => !lengthOfStayEstimateSent,
  },
  {
    id: 'readiness-notice-after-noon',
    cites: '5 kap. 4 § lag (2017:612)',
    text: {
      sv: 'En underrättelse om utskrivningsklar skickades efter klockan 12.00',
      en: 'A readiness notice was sent after 12.00',
    },
    isLate: ({ readiness }) => readiness.some(({ noticeSentAt }) => timeOfDay(noticeSentAt) > '12:00:00'),
  },
  {
    id: 'planning-not-called',
    cites: '5 kap. 3 § lag (2017:612)',
    text: { sv: 'Planering behövdes, men ingen kallelse skickades', en: 'Planning was needed, but no call was sent' },
    isLate: (facts) => needsCall(facts) && facts.planningCalledOn === undefined,
  },
  {
    id: 'planning-called-late',
    cites: '4 kap. 3 § lag (2017:612)',
    text: {
      sv: 'Kallelsen till planering skickades senare än tre dagar efter den sista underrättelsens datum',
      en: 'The planning call was sent later than three days after the date of the last readiness notice',
    },
    isLate: (facts) => needsCall(facts) && daysToCall(facts) > 3,
  },
  {
    id: 'placement-awaited',
    text: {
      sv: 'Patienten väntade på plats i särskilt boende eller korttidsboende',
      en: 'The patient waited for a place in special or short-term housing',
    },
    isLate: (_, delays) => delays.some(({ reason }) => reason === 'special-housing' || reason === 'short-term-housing'),
  },
]

/** Compulsory open psychiatric care has a coordinated care plan instead (4 kap. 1 §). */
const needsCall = ({ planningNeeded, compulsoryOpenPsychiatricCare }: EpisodeFacts): boolean =>
  planningNeeded === true && !compulsoryOpenPsychiatricCare

const daysToCall = ({ readiness, planningCalledOn }: EpisodeFacts): number => {
  const last = readiness.at(-1)
  return last === undefined || planningCalledOn === undefined
    ? 0
    : daysBetween(dateOf(last.noticeSentAt), planningCalledOn)
}
