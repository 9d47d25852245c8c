import type { Column } from './column.ts'

const integer = { kind: 'integer' } as const

/** The discharged episodes that do not count. */
export const outsideColumns: readonly Column[] = [
  {
    name: 'left_out',
    type: integer,
    block: 'left-out',
    title: { sv: 'Utelämnade', en: 'Left out' },
    meaning: {
      sv: 'Utskrivna vårdtillfällen som inte uppfyller en förutsättning eller är undantagna; skälen står i tabellen left-out.',
      en: 'Discharged episodes that fail a precondition or meet an exclusion; the reasons are in the table left-out.',
    },
  },
  {
    name: 'undetermined',
    type: integer,
    block: 'undetermined',
    title: { sv: 'Oavgjorda', en: 'Undetermined' },
    meaning: {
      sv: 'Utskrivna vårdtillfällen som inte kan avgöras eftersom en uppgift saknas.',
      en: 'Discharged episodes that cannot be decided since a fact is missing.',
    },
  },
  {
    name: 'without_notice',
    type: integer,
    block: 'without-notice',
    title: { sv: 'Utan underrättelse', en: 'Without notice' },
    meaning: {
      sv: 'Utskrivna vårdtillfällen utan underrättelse om utskrivningsklar; de räknas inte och är inte heller utelämnade.',
      en: 'Discharged episodes without a readiness notice; neither counted nor left out.',
    },
  },
]

const share = { kind: 'decimal', decimals: 4 } as const

/** Unplanned readmissions of people aged 65 and over. */
export const readmissionColumns: readonly Column[] = [
  {
    name: 'index_stays',
    type: integer,
    block: 'readmissions',
    title: { sv: 'Utskrivningar 65+', en: 'Index stays 65+' },
    meaning: {
      sv: 'Nämnaren: utskrivningar av levande personer som var 65 år eller äldre, flyttar mellan sjukhus sammanslagna. Alla vårdtillfällen ingår, också de utan underrättelse.',
      en: 'The denominator: discharges alive of people aged 65 or over, stays merged across transfers. All episodes, those without a notice too.',
    },
  },
  {
    name: 'readmitted_7',
    type: integer,
    block: 'readmissions',
    title: { sv: 'Återinskrivna inom 7 dagar', en: 'Readmitted within 7 days' },
    meaning: {
      sv: 'Täljaren: de av dem som skrevs in oplanerat 1–7 dagar senare i samma region. Tom tills de dagarna har gått.',
      en: 'The numerator: those with an unplanned admission 1–7 days later in the same region. Empty until those days have passed.',
    },
  },
  {
    name: 'share_7',
    type: share,
    block: 'readmissions',
    title: { sv: 'Andel inom 7 dagar', en: 'Share within 7 days' },
    meaning: {
      sv: 'readmitted_7 delat med index_stays; tom när nämnaren är 0 eller något är okänt (unknown_7).',
      en: 'readmitted_7 divided by index_stays; empty when the denominator is 0 or anything is unknown (unknown_7).',
    },
  },
  {
    name: 'unknown_7',
    type: integer,
    block: 'readmissions',
    title: { sv: 'Okänt inom 7 dagar', en: 'Unknown within 7 days' },
    meaning: {
      sv: 'Utskrivningar där det inte kan avgöras: åldern är inte känd, eller det är inte registrerat om en inskrivning inom 7 dagar var planerad. De ingår i nämnaren bara när åldern är känd.',
      en: 'Discharges where it cannot be known: the age is not known, or it is not recorded whether an admission within 7 days was planned. They are in the denominator only when the age is known.',
    },
  },
  {
    name: 'readmitted_30',
    type: integer,
    block: 'readmissions',
    title: { sv: 'Återinskrivna inom 30 dagar', en: 'Readmitted within 30 days' },
    meaning: {
      sv: 'De av dem som skrevs in oplanerat 1–30 dagar senare i samma region. Tom tills de dagarna har gått.',
      en: 'Those with an unplanned admission 1–30 days later in the same region. Empty until those days have passed.',
    },
  },
  {
    name: 'share_30',
    type: share,
    block: 'readmissions',
    title: { sv: 'Andel inom 30 dagar', en: 'Share within 30 days' },
    meaning: {
      sv: 'readmitted_30 delat med index_stays; tom när nämnaren är 0 eller något är okänt (unknown_30).',
      en: 'readmitted_30 divided by index_stays; empty when the denominator is 0 or anything is unknown (unknown_30).',
    },
  },
  {
    name: 'unknown_30',
    type: integer,
    block: 'readmissions',
    title: { sv: 'Okänt inom 30 dagar', en: 'Unknown within 30 days' },
    meaning: {
      sv: 'Utskrivningar där det inte kan avgöras: åldern är inte känd, eller det är inte registrerat om en inskrivning inom 30 dagar var planerad. De ingår i nämnaren bara när åldern är känd.',
      en: 'Discharges where it cannot be known: the age is not known, or it is not recorded whether an admission within 30 days was planned. They are in the denominator only when the age is known.',
    },
  },
]
