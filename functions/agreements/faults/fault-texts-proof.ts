import type { Text } from '#schemas/text.ts'

/** What can be wrong with a rule file beside the rules that are published, or when its examples run; and what its signers are warned of. */
export const proofTexts = {
  'version-not-in-name': {
    reason: {
      sv: 'Filens namn slutar inte med .v<version>.yaml.',
      en: 'The name of the file does not end in .v<version>.yaml.',
    },
    suggestion: { sv: 'Byt namn på filen.', en: 'Rename the file.' },
  },
  'published-with-other-bytes': {
    reason: { sv: 'Versionen är publicerad med annat innehåll.', en: 'This version is published with other bytes.' },
    suggestion: { sv: 'Ge filen en ny version.', en: 'Give the file a new version.' },
  },
  'agreement-not-of-path': {
    reason: {
      sv: 'Filen gäller en annan överenskommelse än den som den laddas upp till.',
      en: 'The file is of another agreement than the one that it is uploaded to.',
    },
    suggestion: { sv: 'Skriv samma id som i adressen.', en: 'Write the id that the address has.' },
  },
  'agreement-reserved': {
    reason: {
      sv: 'Namnet används för vårddygnens belopp eller för statistikens definitioner.',
      en: 'The name is used for day amounts or for the definitions of statistics.',
    },
    suggestion: { sv: 'Ge överenskommelsen ett annat id.', en: 'Give the agreement another id.' },
  },
  'county-not-own': {
    reason: { sv: 'Filen gäller inte den egna regionens län.', en: 'The file is not of the region’s own county.' },
    suggestion: { sv: 'Skriv länskod {county}.', en: 'Write county code {county}.' },
  },
  'agreement-of-another-county': {
    reason: {
      sv: 'En överenskommelse med detta id finns redan i ett annat län.',
      en: 'An agreement with this id exists already in another county.',
    },
    suggestion: { sv: 'Ge överenskommelsen ett eget id.', en: 'Give the agreement an id of its own.' },
  },
  'stages-overlap': {
    reason: {
      sv: '{on} gör två regler anspråk på {care} i länet; den andra är {other}.',
      en: 'On {on} two rules claim {care} in the county; the other is {other}.',
    },
    suggestion: {
      sv: 'Avsluta den ena dagen innan den andra börjar.',
      en: 'End one of them on the day before the other begins.',
    },
  },
  'stage-shadowed': {
    reason: {
      sv: 'All tid för en etapp ligger inom en annans: {care} från {on}; den andra är {other}.',
      en: 'All the time of a stage lies within another’s: {care} from {on}; the other is {other}.',
    },
    suggestion: {
      sv: 'Avsluta den ena innan den andra börjar, eller ge ut en ny version av samma etapp.',
      en: 'End one before the other begins, or write a new version of the same stage.',
    },
  },
  'hole-between-stages': {
    reason: {
      sv: 'Ingen etapp av överenskommelsen gäller {care} den {on}, fast tidigare och senare dagar har en.',
      en: 'No stage of the agreement claims {care} on {on}, though earlier and later days have one.',
    },
    suggestion: {
      sv: 'Låt etapperna mötas, eller namnge det okända under unknownPeriods.',
      en: 'Let the stages meet, or name what is not known under unknownPeriods.',
    },
  },
  'example-fails': {
    reason: {
      sv: 'Regeln ger inte det som exemplet väntar sig. Den ger: {given}.',
      en: 'The rule does not give what the example expects. It gives: {given}.',
    },
    suggestion: { sv: 'Räkna om exemplet, eller rätta regeln.', en: 'Work the example out again, or mend the rule.' },
  },
  'example-cannot-run': {
    reason: { sv: 'Exemplet kan inte räknas.', en: 'The example cannot be worked out.' },
    suggestion: {
      sv: 'Se efter att tiderna kommer i ordning och att utskrivningen är med.',
      en: 'See that the times are in order and that the discharge is there.',
    },
  },
  'admission-notice-switched-off': {
    reason: {
      sv: 'Regeln räknar patienter utan inskrivningsmeddelande. Bara tid och belopp kan avtalas (4 kap. 5 § lag (2017:612)), inte 5 kap. 3 §.',
      en: 'The rule counts patients without an admission notice. Only time and amount are open to agreement (4 kap. 5 § lag (2017:612)), not 5 kap. 3 §.',
    },
    suggestion: {
      sv: 'Lägg till en förutsättning om admissionNoticeSent.',
      en: 'Add a precondition on admissionNoticeSent.',
    },
  },
  'planning-call-switched-off': {
    reason: {
      sv: 'Regeln räknar patienter som ingen kallat till planering, fast planering behövs. Bara tid och belopp kan avtalas (4 kap. 5 § lag (2017:612)), inte 5 kap. 3 §.',
      en: 'The rule counts patients whom nobody called to planning, though planning is needed. Only time and amount are open to agreement (4 kap. 5 § lag (2017:612)), not 5 kap. 3 §.',
    },
    suggestion: {
      sv: 'Lägg till en förutsättning om planningNeeded och planningCalled.',
      en: 'Add a precondition on planningNeeded and planningCalled.',
    },
  },
  'open-care-switched-off': {
    reason: {
      sv: 'Regeln räknar patienter som väntar på regionens öppna vård. Bara tid och belopp kan avtalas (4 kap. 5 § lag (2017:612)), inte 5 kap. 5 §.',
      en: 'The rule counts patients who wait for regional open care. Only time and amount are open to agreement (4 kap. 5 § lag (2017:612)), not 5 kap. 5 §.',
    },
    suggestion: { sv: 'Undanta openCare unavailable och unclear.', en: 'Exclude openCare unavailable and unclear.' },
  },
} as const satisfies Record<string, { readonly reason: Text; readonly suggestion: Text }>
