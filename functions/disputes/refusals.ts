import type { Text } from '#schemas/text.ts'
import type { Decided } from './decide-dispute.ts'
import type { Raised } from './raise-dispute.ts'

type Because<Outcome> = Outcome extends { readonly result: 'refused'; readonly because: infer Reason extends string }
  ? Reason
  : never

/** Why an episode cannot be contested. */
export const notContestable: Readonly<Record<Because<Raised>, Text>> = {
  'already-contested': {
    sv: 'Vårdtillfället är redan bestritt av ett annat skäl, och den tvisten är öppen.',
    en: 'The episode is already contested for another reason, and that dispute is open.',
  },
  'already-upheld': {
    sv: 'En tvist om vårdtillfället har redan lett till att det inte räknas.',
    en: 'A dispute about the episode has already led to its not being counted.',
  },
}

/** Why a dispute cannot be decided. */
export const notDecidable: Readonly<Record<Because<Decided>, Text>> = {
  'already-decided': {
    sv: 'Tvisten är avslutad och ändras inte.',
    en: 'The dispute has ended and does not change.',
  },
  'top-of-ladder': {
    sv: 'Tvisten står på trappans högsta steg och avgörs där.',
    en: 'The dispute stands on the highest step of the ladder and is decided there.',
  },
  'decided-meanwhile': {
    sv: 'Någon annan har beslutat om tvisten under tiden. Läs den igen.',
    en: 'Someone else has decided on the dispute meanwhile. Read it again.',
  },
}

/** 403: only the municipality that is liable contests. */
export const notTheMunicipality: Text = {
  sv: 'Det är den betalningsansvariga kommunen som bestrider ett vårdtillfälle.',
  en: 'It is the liable municipality that contests an episode.',
}

/** 403: regions decide, municipalities withdraw. */
export const notTheParty: Text = {
  sv: 'Regionen bifaller, avslår eller lyfter en tvist; kommunen kan återkalla sin egen.',
  en: 'The region upholds, rejects or escalates a dispute; the municipality may withdraw its own.',
}
