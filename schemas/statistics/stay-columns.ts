import type { Column } from './column.ts'

const integer = { kind: 'integer' } as const
const mean = { kind: 'decimal', decimals: 4 } as const

/** The stays that count, their ready days, and the two means, each with its n. */
export const stayColumns: readonly Column[] = [
  {
    name: 'discharged',
    type: integer,
    block: 'stays',
    title: { sv: 'Utskrivna', en: 'Discharged' },
    meaning: {
      sv: 'Utskrivna vårdtillfällen som räknas: med underrättelse om utskrivningsklar, inte återkallade, inte utelämnade och utan okända uppgifter. Summan av day_zero och one_day_or_more.',
      en: 'Discharged episodes that count: with a readiness notice, not cancelled, not left out and with no unknown fact. The sum of day_zero and one_day_or_more.',
    },
  },
  {
    name: 'day_zero',
    type: integer,
    block: 'stays',
    title: { sv: 'Dag noll', en: 'Day zero' },
    meaning: {
      sv: 'De av dem som skrevs ut dag noll: utan utskrivningsklara dagar.',
      en: 'Those of them that left on day zero: without ready days.',
    },
  },
  {
    name: 'one_day_or_more',
    type: integer,
    block: 'stays',
    title: { sv: 'En dag eller mer', en: 'One day or more' },
    meaning: {
      sv: 'De av dem som hade minst en utskrivningsklar dag.',
      en: 'Those of them that had at least one ready day.',
    },
  },
  {
    name: 'ready_days',
    type: integer,
    block: 'stays',
    title: { sv: 'Utskrivningsklara dagar', en: 'Ready days' },
    meaning: {
      sv: 'Summan av deras utskrivningsklara dagar, räknade som regeln säger.',
      en: 'The sum of their ready days, counted as the rule says.',
    },
  },
  {
    name: 'mean_with_day_zero',
    type: mean,
    block: 'stays',
    title: { sv: 'Medelvärde med dag noll', en: 'Mean with day zero' },
    meaning: {
      sv: 'ready_days delat med n_with_day_zero. Får inte jämföras med medelvärdet utan dag noll.',
      en: 'ready_days divided by n_with_day_zero. Not to be compared with the mean without day zero.',
    },
  },
  {
    name: 'n_with_day_zero',
    type: integer,
    block: 'stays',
    title: { sv: 'Antal i medelvärdet med dag noll', en: 'n with day zero' },
    meaning: {
      sv: 'Antalet vårdtillfällen i medelvärdet med dag noll.',
      en: 'The number of episodes in the mean with day zero.',
    },
  },
  {
    name: 'mean_without_day_zero',
    type: mean,
    block: 'stays',
    title: { sv: 'Medelvärde utan dag noll', en: 'Mean without day zero' },
    meaning: {
      sv: 'ready_days delat med n_without_day_zero, som i den nationella statistiken. Får inte jämföras med medelvärdet med dag noll.',
      en: 'ready_days divided by n_without_day_zero, as in national statistics. Not to be compared with the mean with day zero.',
    },
  },
  {
    name: 'n_without_day_zero',
    type: integer,
    block: 'stays',
    title: { sv: 'Antal i medelvärdet utan dag noll', en: 'n without day zero' },
    meaning: {
      sv: 'Antalet vårdtillfällen i medelvärdet utan dag noll.',
      en: 'The number of episodes in the mean without day zero.',
    },
  },
]
