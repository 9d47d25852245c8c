import type { Text } from '#schemas/text.ts'

/** Why a value is refused, by rule; the words never contain the value. */
export const faultReasons = {
  // Form: what the schemas find.
  missing: { sv: 'Uppgiften saknas.', en: 'A value is required.' },
  'wrong-type': { sv: 'Uppgiften har fel typ.', en: 'The value has the wrong type.' },
  'wrong-form': { sv: 'Uppgiften har fel form.', en: 'The value has the wrong form.' },
  'no-form-fits': {
    sv: 'Uppgiften har ingen av de tillåtna formerna.',
    en: 'The value has none of the allowed forms.',
  },
  'not-one-of': { sv: 'Uppgiften är inget av de tillåtna värdena.', en: 'The value is none of those allowed.' },
  'not-a-whole-number': { sv: 'Uppgiften är inte ett heltal.', en: 'The value is not a whole number.' },
  'not-a-date': {
    sv: 'Uppgiften är inte ett datum (ÅÅÅÅ-MM-DD) som finns.',
    en: 'The value is not a date (YYYY-MM-DD) that exists.',
  },
  'no-such-date': { sv: 'Datumet finns inte i kalendern.', en: 'There is no such date in the calendar.' },
  'too-large': { sv: 'Talet är för stort.', en: 'The number is too large.' },
  'too-small': { sv: 'Talet är för litet.', en: 'The number is too small.' },
  'too-long': { sv: 'Texten är för lång.', en: 'The text is too long.' },
  'too-short': { sv: 'Texten är för kort.', en: 'The text is too short.' },
  'too-many': { sv: 'Listan är för lång.', en: 'The list has too many items.' },
  'too-few': { sv: 'Listan är för kort.', en: 'The list has too few items.' },
  'too-deep': { sv: 'Innehållet är nästlat för djupt.', en: 'The body is nested too deep.' },
  'broken-text': { sv: 'Texten är inte giltig Unicode.', en: 'The text is not valid Unicode.' },
  'unknown-property': {
    sv: 'Här finns en eller flera egenskaper som inte är kända.',
    en: 'There are one or more unknown properties here.',
  },
  'repeated-property': {
    sv: 'En egenskap anges mer än en gång i samma objekt.',
    en: 'A property is given more than once in the same object.',
  },
  'unknown-parameter': {
    sv: 'Adressen har en eller flera parametrar som inte är kända.',
    en: 'The address has one or more unknown parameters.',
  },
  'repeated-parameter': { sv: 'Parametern anges mer än en gång.', en: 'The parameter is given more than once.' },
  'not-allowed': { sv: 'Uppgiften är inte tillåten.', en: 'The value is not allowed.' },

  // Codes.
  'unknown-county': { sv: 'Länskoden finns inte.', en: 'There is no such county code.' },
  'unknown-municipality': { sv: 'Kommunkoden finns inte.', en: 'There is no such municipality code.' },
  'unknown-district': { sv: 'Stadsdelsområdet finns inte.', en: 'There is no such district.' },
  'district-outside-stockholm': {
    sv: 'Stadsdelsområde kan bara anges när kommunen är Stockholm (0180).',
    en: 'A district can only be given where the municipality is Stockholm (0180).',
  },

  // Episodes.
  'check-digit': { sv: 'Kontrollsiffran stämmer inte.', en: 'The check digit is wrong.' },
  'unknown-identity-format': {
    sv: 'Numret har inte den form som dess typ kräver.',
    en: 'The number does not have the form that its type requires.',
  },
  'letter-not-used': {
    sv: 'Numret innehåller en bokstav som inte används i nationella reservnummer (I, O, Q, V eller W).',
    en: 'The number has a letter that is not used in national reserve numbers (I, O, Q, V or W).',
  },
  'number-of-another-type': {
    sv: 'Numret är ett personnummer eller samordningsnummer: ange den typen, och numret med tolv siffror.',
    en: 'The number is a personnummer or samordningsnummer: give that type, and the number in twelve digits.',
  },
  'time-order': {
    sv: 'Tidpunkten kommer inte i tidsordning: inskrivning, underrättelse, återkallelse, utskrivning.',
    en: 'The instant is out of order: admission, notice, withdrawal, discharge.',
  },
  'after-discharge': { sv: 'Tidpunkten ligger efter utskrivningen.', en: 'The instant is after the discharge.' },
  'only-last-period-open': {
    sv: 'Bara den sista perioden får sakna återkallelse.',
    en: 'Only the last period may lack a withdrawal.',
  },
  'in-the-future': {
    sv: 'Tidpunkten ligger mer än ett dygn fram i tiden.',
    en: 'The instant is more than a day ahead.',
  },
  'month-disposed-of': {
    sv: 'Regionens handlingar från månaden har gallrats.',
    en: "The region's documents of the month have been disposed of.",
  },
  'identity-number-in-text': {
    sv: 'Texten innehåller ett personnummer, ett samordningsnummer eller patientens reservnummer.',
    en: 'The text contains a person identity number.',
  },
  'id-holds-identity-number': {
    sv: 'Vårdtillfällets id innehåller ett personnummer, ett samordningsnummer eller patientens reservnummer.',
    en: "The episode's id contains a person identity number.",
  },

  // Imports, where each line is answered by itself.
  'broken-json': { sv: 'Raden är inte giltig JSON.', en: 'The line is not valid JSON.' },
  'other-region': {
    sv: 'Regionen i vårdtillfällets id är inte den som åtkomstbiljetten gäller.',
    en: "The region in the episode's id is not the one that the token speaks for.",
  },
  'other-hospital': {
    sv: 'Vårdenheten är inte en av dem som åtkomstbiljetten gäller.',
    en: 'The care unit is not one of those that the token speaks for.',
  },
  'same-instant-other-content': {
    sv: 'En sparad version har samma sourceUpdatedAt men annat innehåll.',
    en: 'A stored revision has the same sourceUpdatedAt and other content.',
  },

  // Disputes.
  'not-counted': {
    sv: 'Vårdtillfället räknas inte i betalningsansvaret, så det finns inget att bestrida.',
    en: 'The episode is not counted in the liability, so there is nothing to contest.',
  },

  // Simulations.
  'one-of-version-draft-event': {
    sv: 'Ange exakt en av version, draft och event.',
    en: 'Give exactly one of version, draft and event.',
  },
  'ends-before-it-begins': { sv: 'Slutet ligger före början.', en: 'The end is before the beginning.' },

  // Settlements.
  'not-undetermined': {
    sv: 'Det är inget obestämt vårdtillfälle i regionens månad.',
    en: "It is no undetermined episode of the region's month.",
  },

  // Evaluations.
  'repeated-id': { sv: 'Ett annat vårdtillfälle har samma id.', en: 'Another episode has the same id.' },
  'unknown-rule': {
    sv: 'Det finns ingen sådan överenskommelse eller version.',
    en: 'There is no such agreement or version.',
  },
} as const satisfies Record<string, Text>

/** A rule that a value can break. */
export type FaultRule = keyof typeof faultReasons

/** One thing that is wrong: a JSON pointer into the body, or `?` and the name of a parameter, and the rule it breaks. */
export type RuleFault = { readonly pointer: string; readonly rule: FaultRule }

/** Whether a word is the name of a rule. */
export const isFaultRule = (word: unknown): word is FaultRule =>
  typeof word === 'string' && Object.hasOwn(faultReasons, word)
