import type { Column } from './column.ts'

const money = { kind: 'decimal', decimals: 2 } as const
const days = { kind: 'decimal', decimals: 2 } as const

const ON_WHICH_ROW = {
  sv: 'Finns på den rad som regeln gäller: care_type all där en regel slår samman båda vårdtyperna, annars vårdtypens rad. På andra rader är dagar och belopp summor.',
  en: 'Stands on the row that the rule governs: care_type all where one rule pools both care types, else that of the care type. On other rows days and amounts are sums.',
}

/** What the liability of the row comes to, as the API answers it. */
export const liabilityColumns: readonly Column[] = [
  {
    name: 'free_days',
    type: { kind: 'text' },
    title: { sv: 'Fristdagar', en: 'Free days' },
    meaning: {
      sv: 'Nivån som medelvärdet jämförs med, eller fristdagarna per patient där regeln gäller patienten för sig; tom medan nivån inte är fastställd.',
      en: 'The level that the mean is compared with, or the free days of each patient under an individual model; empty until determined.',
    },
  },
  {
    name: 'agreement_mean',
    type: { kind: 'decimal', decimals: 4 },
    block: 'liability',
    title: { sv: 'Överenskommelsens medelvärde', en: 'Mean of the agreement' },
    meaning: {
      sv: 'Medelvärdet som överenskommelsen räknar det, av agreement_n vårdtillfällen: långa vårdtillfällen som debiteras för sig ingår inte.',
      en: 'The mean as the agreement counts it, of agreement_n episodes: long stays that are charged by themselves are not in it.',
    },
  },
  {
    name: 'agreement_n',
    type: { kind: 'integer' },
    block: 'liability',
    title: { sv: 'Antal i överenskommelsens medelvärde', en: 'n of the agreement' },
    meaning: {
      sv: 'Antalet vårdtillfällen i överenskommelsens medelvärde; under en regel för varje patient de som räknas.',
      en: 'The number of episodes in the mean of the agreement; under an individual model those that count.',
    },
  },
  {
    name: 'liable',
    type: { kind: 'code' },
    block: 'liability',
    title: { sv: 'Betalningsansvar', en: 'Liable' },
    meaning: {
      sv: 'yes, no, eller tom när det inte kan avgöras eller väntar på parternas beslut.',
      en: 'yes, no, or empty when it cannot be known or waits for a decision.',
    },
  },
  {
    name: 'liable_days',
    type: days,
    block: 'liability',
    title: { sv: 'Dagar med betalningsansvar', en: 'Liable days' },
    meaning: {
      sv: `Dagarna som kommunen betalar, med två decimaler; tom när de inte kan avgöras. ${ON_WHICH_ROW.sv}`,
      en: `The days that the municipality pays, with two decimals; empty when they cannot be known. ${ON_WHICH_ROW.en}`,
    },
  },
  {
    name: 'amount',
    type: money,
    block: 'liability',
    title: { sv: 'Belopp', en: 'Amount' },
    meaning: {
      sv: 'Beloppet i kronor; tom när det inte kan avgöras.',
      en: 'The amount in SEK; empty when it cannot be known.',
    },
  },
  {
    name: 'corrected_days',
    type: days,
    block: 'liability',
    title: { sv: 'Rättade dagar', en: 'Corrected days' },
    meaning: {
      sv: 'Vad en stängd månad har rättats med sedan dess, i dagar; tom medan månaden är öppen.',
      en: 'What a closed month has been corrected by since, in days; empty while the month is open.',
    },
  },
  {
    name: 'corrected_amount',
    type: money,
    block: 'liability',
    title: { sv: 'Rättat belopp', en: 'Corrected amount' },
    meaning: {
      sv: 'Vad en stängd månad har rättats med sedan dess, i kronor; tom medan månaden är öppen.',
      en: 'What a closed month has been corrected by since, in SEK; empty while the month is open.',
    },
  },
  {
    name: 'status',
    type: { kind: 'code' },
    title: { sv: 'Status', en: 'Status' },
    meaning: {
      sv: 'preliminary (månaden är öppen) eller final (den är stängd).',
      en: 'preliminary (the month is open) or final (it is closed).',
    },
  },
  {
    name: 'billing',
    type: { kind: 'code' },
    title: { sv: 'Fakturering', en: 'Billing' },
    meaning: {
      sv: 'active (faktureras), shadow (räknas på prov) eller suspended (räknas men ska inte betalas).',
      en: 'active, shadow (computed on trial) or suspended (computed, not payable).',
    },
  },
  {
    name: 'review',
    type: { kind: 'code' },
    block: 'liability',
    title: { sv: 'Prövning', en: 'Review' },
    meaning: {
      sv: 'pending när dagar väntar på den gemensamma gruppens beslut, decided när alla är avgjorda; annars tom.',
      en: 'pending while days wait for the joint group’s decision, decided when all are decided; else empty.',
    },
  },
]
