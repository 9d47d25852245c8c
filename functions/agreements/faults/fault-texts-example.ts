import type { Text } from '#schemas/text.ts'

/** What can be wrong with an example by itself. */
export const exampleTexts = {
  'ready-days-or-episodes': {
    reason: {
      sv: 'Ett exempel har antingen readyDays eller episodes.',
      en: 'An example has either readyDays or episodes.',
    },
    suggestion: { sv: 'Skriv det ena av dem.', en: 'Write one of them.' },
  },
  'ready-or-readiness': {
    reason: {
      sv: 'Ett vårdtillfälle i ett exempel har antingen ready eller readiness.',
      en: 'An episode in an example has either ready or readiness.',
    },
    suggestion: { sv: 'Skriv det ena av dem.', en: 'Write one of them.' },
  },
  'times-out-of-order': {
    reason: { sv: 'Tiden ligger före den som står innan.', en: 'The time is before the one that stands before it.' },
    suggestion: { sv: 'Rätta den ena av dem.', en: 'Mend one of them.' },
  },
  'no-such-date': {
    reason: { sv: 'Datumet finns inte.', en: 'There is no such date.' },
    suggestion: { sv: 'Rätta datumet.', en: 'Mend the date.' },
  },
  'year-outside-2010-to-2100': {
    reason: { sv: 'Året ligger utanför 2010–2100.', en: 'The year is outside 2010–2100.' },
    suggestion: { sv: 'Skriv ett exempel från regelns egen tid.', en: 'Write an example of the time of the rule.' },
  },
  'more-than-three-years-from-the-month': {
    reason: {
      sv: 'Tiden ligger mer än tre år från exemplets månad.',
      en: 'The time lies more than three years from the month of the example.',
    },
    suggestion: { sv: 'Skriv tider nära månaden.', en: 'Write times close to the month.' },
  },
  'more-than-500-stays-together': {
    reason: {
      sv: 'Exemplen har tillsammans fler än 500 vårdtillfällen.',
      en: 'The examples together have more than 500 episodes.',
    },
    suggestion: { sv: 'Skriv exempel med färre vårdtillfällen.', en: 'Write examples with fewer episodes.' },
  },
  'more-than-3000-ready-days-together': {
    reason: {
      sv: 'Exemplens vårdtillfällen har tillsammans fler än 3 000 dagar.',
      en: 'The episodes of the examples together have more than 3 000 days.',
    },
    suggestion: { sv: 'Skriv kortare vistelser.', en: 'Write shorter stays.' },
  },
} as const satisfies Record<string, { readonly reason: Text; readonly suggestion: Text }>
