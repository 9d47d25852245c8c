import type { Text } from '#schemas/text.ts'
import type { Parameter } from './parameter.ts'

/** A word or a sentence in both languages. */
export const say = (sv: string, en: string): Text => ({ sv, en })

/** What the readings and codes of a rule file mean in words; a value without words of its own is shown as it is. */
export const wordsFor = (value: string): Text => WORDS[value] ?? say(value, value)

/** Values in words, with a comma between. */
export const listed = (values: readonly Text[]): Text => joined(values, ', ', ', ')

/** Texts with something between them, which may differ between the languages. */
export const joined = (texts: readonly Text[], sv: string, en: string): Text =>
  say(texts.map((text) => text.sv).join(sv), texts.map((text) => text.en).join(en))

/** A decimal as it is written in each language. */
export const decimalWords = (decimal: string): Text => say(decimal.replace('.', ','), decimal)

/** A statement's own text within a sentence. */
export const quoted = ({ sv, en }: Text): Text => say(`”${withoutStop(sv)}”`, `“${withoutStop(en)}”`)

/** A whole in the words of its parts. */
export const inParts = (parts: readonly Parameter[]): Text =>
  joined(
    parts
      .filter(({ kind }) => kind === 'parameter')
      .map(({ name, words, unit }) =>
        say(`${small(name.sv)}: ${words.sv}${unit?.sv ?? ''}`, `${small(name.en)}: ${words.en}${unit?.en ?? ''}`),
      ),
    '; ',
    '; ',
  )

export const DAYS: Text = say(' dagar', ' days')

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '')

/** A name within a sentence. */
export const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const WORDS: Readonly<Record<string, Text>> = {
  somatic: say('somatisk vård', 'somatic care'),
  psychiatric: say('psykiatrisk vård', 'psychiatric care'),
  municipality: say('kommunen', 'the municipality'),
  district: say('kommunen, i Stockholm stadsdelen', 'the municipality, in Stockholm the district'),
  act: say('lagen', 'the Act'),
  'all-in-county': say('alla kommuner i länet', 'all municipalities of the county'),
  'placing, registered': say(
    'den som placerat, annars den där patienten är folkbokförd',
    'the placing one, else that of registration',
  ),
  'readiness-notice-sent': say('när underrättelsen om utskrivningsklar skickas', 'when the readiness notice is sent'),
  calendar: say('kalenderdagar', 'calendar days'),
  sum: say('alla tillsammans', 'all together'),
  last: say('bara den sista', 'only the last'),
  after: say('efter klockslaget', 'after the stroke'),
  from: say('från och med klockslaget', 'from the stroke'),
  'one-more-free-day': say('en fristdag till', 'one more free day'),
  'next-day-is-day-zero': say('nästa dag är dag noll', 'the next day is day zero'),
  individual: say('varje vårdtillfälle för sig', 'each episode by itself'),
  average: say('genomsnitt per månad', 'monthly mean'),
  review: say('varje vårdtillfälle prövas av parterna', 'each episode is reviewed by the parties'),
  'discharge-month': say('utskrivningsmånaden', 'the month of discharge'),
  'in-mean': say('räknas i snittet', 'counts in the mean'),
  'out-of-mean': say('räknas inte i snittet', 'does not count in the mean'),
  'leaves-mean': say('lämnar snittet', 'leaves the mean'),
  'counts-zero-days': say('räknas med noll dagar', 'counts with zero days'),
  excess: say('bara det som överstiger nivån', 'only what exceeds the level'),
  'all-days': say('alla dagar', 'every day'),
  'beyond-limit': say('bara dagarna efter gränsen', 'only the days beyond the limit'),
  none: say('ingen avrundning', 'no rounding'),
  national: say('det nationella beloppet', 'the national amount'),
  active: say('aktiv', 'active'),
  shadow: say('på prov', 'on trial'),
  suspended: say('pausad', 'suspended'),
  saturday: say('lördag', 'Saturday'),
  'midsummer-eve': say('midsommarafton', 'Midsummer’s Eve'),
  'christmas-eve': say('julafton', 'Christmas Eve'),
  'new-years-eve': say('nyårsafton', 'New Year’s Eve'),
  true: say('ja', 'yes'),
  false: say('nej', 'no'),
}
