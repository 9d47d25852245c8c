import type { Rule } from '#domain/agreement/rule.ts'
import { parseDecimal } from '#domain/money/decimal.ts'
import { exactly } from '#domain/money/fraction.ts'
import { USUAL_DAY } from '#domain/settlement/phase.ts'
import { decimalWords, say } from './in-words.ts'
import { type Parameter, parameter } from './parameter.ts'

/** When a month may be closed: until which day one may object, and how good its data must be. */
export const settling = (rule: Rule): readonly Parameter[] => {
  const { objections, quality } = rule.file
  const day = `${objections?.untilDayOfNextMonth ?? USUAL_DAY}`
  return [
    parameter(rule, 'objections', say('Sista dagen för invändningar', 'The last day of objections'), day, {
      words: say(`den ${day} i månaden efter`, `day ${day} of the next month`),
    }),
    ...(quality === undefined ? [] : [qualityParameter(rule, quality.atLeast)]),
  ]
}

const qualityParameter = (rule: Rule, atLeast: string): Parameter => {
  const { sv, en } = decimalWords(atLeast)
  const name = say('Den kvalitet som krävs för att stänga en månad', 'The quality that a month needs to be closed')
  return parameter(rule, 'quality', name, atLeast, {
    meaning: exactly(parseDecimal(atLeast)),
    words: say(`minst ${sv} av vårdtillfällena`, `at least ${en} of the episodes`),
  })
}
