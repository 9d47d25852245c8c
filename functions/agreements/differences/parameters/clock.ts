import type { Rule } from '#domain/agreement/rule.ts'
import type { Clock } from '#schemas/rule-file/clock.ts'
import type { Text } from '#schemas/text.ts'
import { inParts, listed, say, wordsFor } from './in-words.ts'
import { citedBy, type Parameter, parameter } from './parameter.ts'

/** How days are counted. */
export const clock = (rule: Rule): readonly Parameter[] => {
  const { starts, days, periods, cutOff } = rule.file.clock
  return [
    word(rule, 'clock.starts', say('Räkningen börjar', 'The count begins'), starts),
    daysOf(rule, days),
    word(rule, 'clock.periods', say('Perioderna som räknas', 'The choice of periods'), periods),
    ...(cutOff === undefined ? [] : [cutOffOf(rule, cutOff)]),
  ]
}

const word = (rule: Rule, path: string, name: Text, value: string): Parameter =>
  parameter(rule, path, name, value, { words: wordsFor(value) })

const daysOf = (rule: Rule, days: Clock['days']): Parameter => {
  const name = say('Dagarna som räknas', 'The kind of days that count')
  if (days === 'calendar') return word(rule, 'clock.days', name, days)
  const free = [...new Set(days.working.alsoFree)].sort()
  const also = listed(free.map(wordsFor))
  const beside = free.length === 0 ? say('', '') : say(`, även lediga: ${also.sv}`, `, also free: ${also.en}`)
  return parameter(
    rule,
    'clock.days',
    name,
    `working, holidays ${days.working.holidays}, also free [${free.join(', ')}]`,
    {
      words: say(`vardagar efter svensk helgkalender${beside.sv}`, `working days by the Swedish holidays${beside.en}`),
    },
  )
}

const cutOffOf = (rule: Rule, { time, late, effect, cites }: NonNullable<Clock['cutOff']>): Parameter => {
  const cited = citedBy(rule, 'clock.cutOff', cites)
  const part = (path: string, name: Text, value: string): Parameter => ({ ...word(rule, path, name, value), ...cited })
  const parts = [
    part('clock.cutOff.time', say('Klockslaget för sen underrättelse', 'The time of day of a late notice'), time),
    part('clock.cutOff.late', say('Underrättelsen är sen', 'The notice is late'), late),
    part('clock.cutOff.effect', say('Följden av en sen underrättelse', 'The effect of a late notice'), effect),
  ]
  return parameter(
    rule,
    'clock.cutOff',
    say('Regeln om sen underrättelse', 'The rule on a late notice'),
    [time, late, effect].join(', '),
    {
      meaning: 'cutOff',
      words: inParts(parts),
      parts,
      ...cited,
    },
  )
}
