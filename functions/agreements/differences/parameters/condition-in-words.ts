import type { Comparison, Condition, ConditionFact } from '#schemas/rule-file/condition.ts'
import type { Text } from '#schemas/text.ts'
import { joined, say, wordsFor } from './in-words.ts'

/** A condition as it would be said aloud. */
export const conditionInWords = (condition: Condition): Text => {
  if ('all' in condition) return joined(condition.all.map(within), ' och ', ' and ')
  if ('any' in condition) return joined(condition.any.map(within), ' eller ', ' or ')
  return comparisonInWords(condition)
}

const within = (condition: Condition): Text => {
  const { sv, en } = conditionInWords(condition)
  return 'fact' in condition ? { sv, en } : say(`(${sv})`, `(${en})`)
}

const comparisonInWords = ({ fact, operator, value }: Comparison): Text => {
  const statement = STATEMENTS[fact]
  if (statement !== undefined) return value === true ? statement.yes : statement.no
  const [subject, how] = [SUBJECTS[fact] ?? say(fact, fact), OPERATORS[operator] ?? say(operator, operator)]
  const words = (Array.isArray(value) ? value : [value]).map((word) => VALUES[`${word}`] ?? wordsFor(`${word}`))
  const object = joined(words, ' eller ', ' or ')
  return say(`${subject.sv} ${how.sv} ${object.sv}`, `${subject.en} ${how.en} ${object.en}`)
}

const STATEMENTS: Readonly<Partial<Record<ConditionFact, { readonly yes: Text; readonly no: Text }>>> = {
  admissionNoticeSent: {
    yes: say('inskrivningsmeddelande är skickat', 'an admission notice was sent'),
    no: say('inskrivningsmeddelande är inte skickat', 'no admission notice was sent'),
  },
  lengthOfStayEstimateSent: {
    yes: say('vårdtidsbedömning är skickad', 'a length-of-stay estimate was sent'),
    no: say('vårdtidsbedömning är inte skickad', 'no length-of-stay estimate was sent'),
  },
  planningNeeded: {
    yes: say('planering behövs', 'planning is needed'),
    no: say('planering behövs inte', 'planning is not needed'),
  },
  planningCalled: {
    yes: say('kallelse till planering är skickad', 'a planning call was sent'),
    no: say('kallelse till planering är inte skickad', 'no planning call was sent'),
  },
  servicesRefused: {
    yes: say('insatserna är avböjda', 'the services were refused'),
    no: say('insatserna är inte avböjda', 'the services were not refused'),
  },
  onlyRegionalOpenCare: {
    yes: say('bara regionens öppna vård behövs', 'only regional open care is needed'),
    no: say('mer än regionens öppna vård behövs', 'more than regional open care is needed'),
  },
  compulsoryOpenPsychiatricCare: {
    yes: say('öppen psykiatrisk tvångsvård följer', 'compulsory open psychiatric care follows'),
    no: say('ingen öppen psykiatrisk tvångsvård följer', 'no compulsory open psychiatric care follows'),
  },
}

const SUBJECTS: Readonly<Partial<Record<ConditionFact, Text>>> = {
  careType: say('vårdformen', 'the care type'),
  admissionNoticeDelayHours: say(
    'timmarna från inskrivning till inskrivningsmeddelande',
    'the hours from admission to its notice',
  ),
  planningCallDelayDays: say(
    'dagarna från den sista underrättelsen till kallelsen',
    'the days from the last readiness notice to the call',
  ),
  openCare: say('regionens öppna vård', 'regional open care'),
  dischargedTo: say('utskrivningen', 'the discharge'),
}

const OPERATORS: Readonly<Record<string, Text>> = {
  equal: say('är', 'is'),
  notEqual: say('är inte', 'is not'),
  in: say('är', 'is'),
  notIn: say('är varken', 'is neither'),
  lessThan: say('är färre än', 'are fewer than'),
  lessThanInclusive: say('är högst', 'are at most'),
  greaterThan: say('är fler än', 'are more than'),
  greaterThanInclusive: say('är minst', 'are at least'),
}

const VALUES: Readonly<Record<string, Text>> = {
  available: say('tillgänglig', 'available'),
  unavailable: say('inte tillgänglig', 'unavailable'),
  unclear: say('oklar', 'unclear'),
  'not-recorded': say('inte registrerad', 'not recorded'),
  home: say('till hemmet', 'to home'),
  'special-housing': say('till särskilt boende', 'to special housing'),
  'short-term-housing': say('till korttidsboende', 'to short-term housing'),
  transfer: say('till ett annat sjukhus', 'to another hospital'),
  deceased: say('genom dödsfall', 'by death'),
}
